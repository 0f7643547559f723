import { takeOfficerFile } from '@/server/conversations/files/take-officer-file';

export const dynamic = 'force-dynamic';

/** A file that an officer attaches to a message. */
export async function POST(request: Request): Promise<Response> {
  return takeOfficerFile(request);
}
