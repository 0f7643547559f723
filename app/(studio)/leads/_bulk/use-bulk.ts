import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { words } from '@/app/_words/en';
import type { LeadAct, LeadTarget } from '@/server/leads/acts/lead-act';
import { writeCount } from '../../_figures/write-figure';
import { problemOf } from '../../_trpc/problem-of';
import { useTRPC } from '../../_trpc/trpc';

const texts = words.leads.bulk;

/** Does one thing with many leads, all or none, and says for how many. */
export function useBulk(onDone: () => void) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const bulk = useMutation(
    trpc.leads.bulk.mutationOptions({
      onSuccess: ({ changed }, { target }) => {
        // How many fit a filter may have changed since they were counted.
        const same = target.contactIds ? target.contactIds.length - changed : 0;
        toast([texts.done(writeCount(changed)), same > 0 ? texts.same(writeCount(same)) : ''].join(' ').trim());
        onDone();
      },
      onError: (error) => toast.error(texts.notDone, { description: problemOf(error) }),
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.leads.pathKey() }),
    }),
  );
  return {
    isBusy: bulk.isPending,
    act: (target: LeadTarget, act: LeadAct): void => bulk.mutate({ target, act }),
  };
}
