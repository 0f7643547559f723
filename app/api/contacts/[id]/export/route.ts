import { answerExport } from '@/server/privacy/export/answer-export';

export const dynamic = 'force-dynamic';

type Context = { readonly params: Promise<{ readonly id: string }> };

/** Everything that is kept of a contact, as a file, for an owner. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answerExport((await params).id, request, Date.now());
}
