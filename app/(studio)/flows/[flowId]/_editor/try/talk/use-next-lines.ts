'use client';

import { useQuery } from '@tanstack/react-query';
import { personas } from '@/flows/scenarios/personas/personas';
import { nextSuggestions } from '../../../../../_phone/next-suggestions';
import { useTRPC } from '../../../../../_trpc/trpc';
import { useEditor } from '../../editor-context';
import { textsSaid } from '../change-tryout';
import { useTry } from '../try-context';

/**
 * What the customer might say next: the flow's example, else the lines of a persona with that language. A persona who
 * talks has buttons for their lines.
 */
export function useNextLines(): readonly string[] {
  const trpc = useTRPC();
  const tryout = useTry((state) => state.tryout);
  const flowId = useEditor((state) => state.flowId);
  const { persona, language } = tryout.start;
  const { data: example = [] } = useQuery({
    ...trpc.simulator.suggestions.queryOptions({ flowId, language }),
    enabled: persona === null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (persona !== null) return [];
  const lines = example.length > 0 ? example : (personas.find((one) => one.language === language)?.lines ?? []);
  return nextSuggestions(lines, textsSaid(tryout));
}
