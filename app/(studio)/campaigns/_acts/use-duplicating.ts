import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { words } from '@/app/_words/en';
import { useTRPC } from '../../_trpc/trpc';

/** As long as the server takes it. */
export const LONGEST_NAME = 120;

/** Copies a campaign's plan into a new draft, and opens it. */
export function useDuplicating() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const creating = useMutation(trpc.campaigns.create.mutationOptions());
  return useMutation({
    mutationFn: async (id: string) => {
      const { name, plan, channel } = await queries.fetchQuery(trpc.campaigns.read.queryOptions({ id }));
      return creating.mutateAsync({ name: words.campaigns.duplicateName(name).slice(0, LONGEST_NAME), channel, plan });
    },
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: trpc.campaigns.list.queryKey() });
      router.push(`/campaigns/${id}`);
    },
  });
}
