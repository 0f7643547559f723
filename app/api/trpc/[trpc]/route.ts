import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { apiRouter } from '@/server/api';
import { createApiContext } from '@/server/api/context';

/** The studio's own interface: every screen reads and changes through it. */
function handle(request: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req: request,
    router: apiRouter,
    createContext: () => createApiContext(request),
    maxBatchSize: 10,
  });
}

export { handle as GET, handle as POST };
