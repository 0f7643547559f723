import { takeImport } from '@/server/campaigns/imports/take-import';

export const dynamic = 'force-dynamic';

/** A list of people in a file, from an owner. */
export async function POST(request: Request): Promise<Response> {
  return takeImport(request);
}
