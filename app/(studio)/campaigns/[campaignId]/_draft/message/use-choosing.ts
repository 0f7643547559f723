import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CampaignVariant } from '@/server/campaigns/plan/campaign-plan';
import { useTRPC } from '../../../../_trpc/trpc';
import { textsOf, withTemplate } from './edit-variants';

/** Gives a variant another template, once it is known what gaps that has. */
export function useChoosing(
  variant: CampaignVariant,
  fields: readonly string[],
  onChange: (variant: CampaignVariant) => void,
) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => queries.fetchQuery(trpc.templates.get.queryOptions({ name })),
    onSuccess: ({ name, texts }) => onChange(withTemplate(variant, name, textsOf(texts), fields)),
  });
}
