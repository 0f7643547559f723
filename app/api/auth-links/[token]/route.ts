import { answerLink } from '@/server/auth/links/answer-link';

export const dynamic = 'force-dynamic';

type Context = { readonly params: Promise<{ readonly token: string }> };

/** What somebody sends with a one-time link: their name and password. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return answerLink((await params).token, request, Date.now());
}
