import { serve } from 'inngest/next';
import { jobs } from '@/server/jobs';
import { inngest } from '@/server/jobs/client';
import { runnerKind } from '@/server/jobs/runner-kind';

export const dynamic = 'force-dynamic';

/** Where an Inngest server calls the jobs: it signs its requests. The embedded runner calls them within the process. */
const handler = serve({ client: inngest, functions: [...jobs] });

type Handler = (typeof handler)['POST'];

function unlessEmbedded(answer: Handler): Handler {
  return async (request, context) =>
    runnerKind() === 'embedded'
      ? Response.json({ error: 'Jobs run within the app; nobody else may call them.' }, { status: 404 })
      : answer(request, context);
}

export const GET = unlessEmbedded(handler.GET);
export const POST = unlessEmbedded(handler.POST);
export const PUT = unlessEmbedded(handler.PUT);
