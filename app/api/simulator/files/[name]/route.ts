import { giveSimulatorFile } from '@/server/api/simulator-files';

export const dynamic = 'force-dynamic';

type Context = { readonly params: Promise<{ readonly name: string }> };

/** A file that the bot sent to the phone in the studio. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return giveSimulatorFile((await params).name, request);
}
