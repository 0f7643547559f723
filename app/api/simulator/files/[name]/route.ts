import { admitRequest } from '@/server/api/admit-request';
import { giveSimulatorFile } from '@/server/api/simulator-files';

export const dynamic = 'force-dynamic';

type Context = { readonly params: Promise<{ readonly name: string }> };

/** A file that the bot sent to the phone in the studio. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const admission = await admitRequest(request, 'read', 'owner');
  if (!admission.ok) return admission.response;
  return giveSimulatorFile((await params).name, request);
}
