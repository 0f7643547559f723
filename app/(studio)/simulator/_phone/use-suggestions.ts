'use client';

import { useQuery } from '@tanstack/react-query';
import { nextSuggestions } from '../../_phone/next-suggestions';
import { useTRPC } from '../../_trpc/trpc';
import type { Conversation } from '../conversation-types';

/** What this customer might say next, in their language. */
export function useSuggestions(conversation: Conversation | undefined): readonly string[] {
  const trpc = useTRPC();
  const { contact, session, messages } = conversation ?? {};
  const flowId = session?.flowId ?? contact?.flowId ?? '';
  const language = session?.language ?? contact?.language ?? '';
  const { data } = useQuery({
    ...trpc.simulator.suggestions.queryOptions({ flowId, language }),
    enabled: flowId !== '' && language !== '',
    staleTime: Number.POSITIVE_INFINITY,
  });
  const said = (messages ?? []).flatMap((message) => {
    return message.direction === 'in' && message.content.type === 'text' ? [message.content.text] : [];
  });
  return nextSuggestions(data ?? [], said);
}
