import { admitRequest } from '@/server/api/admit-request';
import { takeSimulatorFile } from '@/server/api/simulator-files';

export const dynamic = 'force-dynamic';

/** A file from the phone in the studio. */
export async function POST(request: Request): Promise<Response> {
  const admission = await admitRequest(request, 'upload', 'owner');
  return admission.ok ? takeSimulatorFile(request) : admission.response;
}
