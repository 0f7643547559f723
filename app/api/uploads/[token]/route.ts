import { takeUploads } from '@/server/uploads/take-uploads';

export const dynamic = 'force-dynamic';

type Context = { readonly params: Promise<{ readonly token: string }> };

/** Files of a customer who has an upload link. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return takeUploads((await params).token, request, Date.now());
}
