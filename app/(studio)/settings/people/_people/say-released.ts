import type { inferRouterOutputs } from '@trpc/server';
import { words } from '@/app/_words/en';
import type { ApiRouter } from '@/server/api';

type Released = inferRouterOutputs<ApiRouter>['people']['disable'];

const texts = words.people.released;

/** Where somebody's work went: "Passed on: 3 conversations to colleagues, 2 leads that are nobody’s now." Empty for none. */
export function sayReleased({ toColleagues, toActor, waiting, leads }: Released): string {
  const parts = [
    toColleagues > 0 ? texts.toColleagues(toColleagues) : '',
    toActor > 0 ? texts.toYou(toActor) : '',
    waiting > 0 ? texts.waiting(waiting) : '',
    leads > 0 ? texts.leads(leads) : '',
  ].filter(Boolean);
  return parts.length === 0 ? '' : texts.all(parts.join(', '));
}
