import { admitRequest } from '@/server/api/admit-request';
import { takeImport } from '@/server/campaigns/imports/take-import';

export const dynamic = 'force-dynamic';

/** A list of people in a file, from an owner. */
export async function POST(request: Request): Promise<Response> {
  const admission = await admitRequest(request, 'upload', 'owner');
  return admission.ok ? takeImport(request) : admission.response;
}
