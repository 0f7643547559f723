import { admitRequest } from '@/server/api/admit-request';
import { answerFile } from '@/server/media/answer-file';

export const dynamic = 'force-dynamic';

type Context = { readonly params: Promise<{ readonly id: string }> };

/** A customer's file, for those who work with customers and have a link that we signed. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const admission = await admitRequest(request, 'read', 'officer');
  if (!admission.ok) return admission.response;
  return answerFile((await params).id, request, admission.actor, Date.now());
}
