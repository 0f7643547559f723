import { takeSimulatorFile } from '@/server/api/simulator-files';

export const dynamic = 'force-dynamic';

/** A file from the phone in the studio. */
export async function POST(request: Request): Promise<Response> {
  return takeSimulatorFile(request);
}
