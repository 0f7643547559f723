import { answerLive } from '@/server/conversations/live/answer-live';

export const dynamic = 'force-dynamic';

/** What happens in conversations, as server-sent events. */
export async function GET(request: Request): Promise<Response> {
  return answerLive(request);
}
