import { z } from 'zod';
import type { CampaignPlan } from '@/server/campaigns/plan/campaign-plan';
import { createKeptStore } from '../../../../_storage/create-kept-store';

/** What was written of a campaign, and what it was made from. */
const edit = z.object({ name: z.string(), plan: z.custom<CampaignPlan>(isPlan), revision: z.number() });
export type Edit = Readonly<z.infer<typeof edit>>;

/** What was written of each campaign and not saved: leaving the page or a reload loses nothing. */
export const editsStore = createKeptStore<Readonly<Record<string, Edit>>>({
  storage: () => sessionStorage,
  key: 'vaarta.campaigns',
  schema: z.record(z.string(), edit),
  empty: {},
});

/** Keeps what was written of a campaign; without an edit there is nothing to keep. */
export function keepEdit(id: string, next: Edit | undefined): void {
  const { [id]: _before, ...others } = editsStore.read();
  editsStore.write(next === undefined ? others : { ...others, [id]: next });
}

/** What is still to be saved once `sent` was: what was written meanwhile, made from the revision that came of it. */
export function editAfterSaving(
  now: Edit | undefined,
  sent: Pick<Edit, 'name' | 'plan'>,
  revision: number,
): Edit | undefined {
  const isSame = now?.name === sent.name && JSON.stringify(now.plan) === JSON.stringify(sent.plan);
  return now === undefined || isSame ? undefined : { ...now, revision };
}

/** The server judges a plan; here it must only have the parts that are drawn. */
function isPlan(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'variants' in value && 'schedule' in value;
}
