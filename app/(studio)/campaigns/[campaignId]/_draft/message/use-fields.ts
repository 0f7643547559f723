import { useQuery } from '@tanstack/react-query';
import { words } from '@/app/_words/en';
import { factsByName } from '@/flows/expressions/facts-by-name';
import { customerSlots } from '@/flows/schema/slots';
import { defaultProductFacts } from '@/prompts/facts/product-facts';
import type { CampaignAudience } from '@/server/campaigns/plan/campaign-plan';
import { nameOfSlot } from '../../../../_slots/name-of-slot';
import { useTRPC } from '../../../../_trpc/trpc';

const texts = words.campaigns.draft.message;

export type FieldOption = Readonly<{ value: string; label: string; hint: string }>;

/** What is known of a person and can be said to them: the columns of their file first, then what they told us, then our own facts. */
export function useFields(audience: CampaignAudience | null): readonly FieldOption[] {
  const importId = audience?.type === 'import' ? audience.importId : null;
  const file = useQuery({
    ...useTRPC().audience.import.queryOptions({ importId: importId ?? '' }),
    enabled: importId !== null,
  });
  const columns = importId === null ? [] : (file.data?.columns ?? []);
  return [
    ...columns.map(({ name, title }) => ({ value: `column.${name}`, label: title, hint: texts.fromFile })),
    ...Object.keys(customerSlots).map((slot) => ({ value: slot, label: nameOfSlot(slot), hint: texts.fromCustomer })),
    ...factNames.map((name) => ({ value: `facts.${name}`, label: nameOfSlot(name), hint: texts.fromFacts })),
  ];
}

/** Lists are for conditions: nobody is told one. */
const factNames = [...factsByName(defaultProductFacts)].flatMap(([name, fact]) =>
  fact.type === 'value' && !Array.isArray(fact.value) ? [name] : [],
);
