import { finishUploads } from '@/server/uploads/take-uploads';

export const dynamic = 'force-dynamic';

type Context = { readonly params: Promise<{ readonly token: string }> };

/** The customer says that everything is there. */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  return finishUploads((await params).token, Date.now());
}
