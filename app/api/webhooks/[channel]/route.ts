import { answerSubscription, answerWebhook } from '@/server/inbox/answer-webhook';

export const dynamic = 'force-dynamic';

type Context = { readonly params: Promise<{ readonly channel: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answerSubscription((await params).channel, request);
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  return answerWebhook((await params).channel, request);
}
