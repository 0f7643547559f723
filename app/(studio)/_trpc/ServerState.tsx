'use client';

import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink, isTRPCClientError } from '@trpc/client';
import { type ReactElement, type ReactNode, useState } from 'react';
import superjson from 'superjson';
import { authClient } from '@/app/_auth/auth-client';
import type { ApiRouter } from '@/server/api';
import { sessionStore } from '../_session/session-store';
import { TRPCProvider } from './trpc';

/** Gives the screens their view of the server: what was read is kept, what failed for a moment is asked again. */
export function ServerState({ children }: { readonly children: ReactNode }): ReactElement {
  const [queryClient] = useState(createQueryClient);
  const [trpcClient] = useState(createApiClient);
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: (error) => void noticeEnd(error) }),
    mutationCache: new MutationCache({ onError: (error) => void noticeEnd(error) }),
    defaultOptions: {
      // This machine's own server is reached without the internet, so "offline" says nothing about it.
      queries: { networkMode: 'always', staleTime: 5_000, retry: (failures, error) => failures < 2 && mayRetry(error) },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

function createApiClient() {
  return createTRPCClient<ApiRouter>({
    links: [httpBatchLink({ url: '/api/trpc', transformer: superjson, maxItems: 10 })],
  });
}

/** A session may end while one works, or need more: the page stays as it is, and one is asked over it for what is missing. */
async function noticeEnd(error: Error): Promise<void> {
  if (!isTRPCClientError<ApiRouter>(error)) return;
  if (error.data?.problem === 'secondFactor.required') return sessionStore.write('heldBack');
  if (error.data?.code !== 'UNAUTHORIZED') return;
  // A new session may have taken the old one's place while this was asked: then nothing has ended.
  const session = await authClient.getSession();
  if (session.data === null && session.error === null) sessionStore.write('ended');
}

/** A refusal stays one; silence and a server in trouble may pass. */
function mayRetry(error: Error): boolean {
  return !isTRPCClientError<ApiRouter>(error) || !error.data || error.data.httpStatus >= 500;
}
