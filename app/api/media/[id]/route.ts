import { answerFile } from '@/server/media/answer-file';

export const dynamic = 'force-dynamic';

type Context = { readonly params: Promise<{ readonly id: string }> };

/** A customer's file, for whoever has a link that we signed. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answerFile((await params).id, request, Date.now());
}
