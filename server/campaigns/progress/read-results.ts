import { Decimal } from 'decimal.js';
import { costInr } from '../../costs/cost-inr';
import type { Rates } from '../../costs/rates/rates';
import { readRates } from '../../costs/rates/store';
import { readCampaignSettings } from '../settings/store';
import { sumAnswers } from './read-progress';
import { type Answers, countAnswers, countPriced, countReached, type PricedGroup, type Reached } from './store';

/** From people to handovers, and what it cost in rupees (decimal text). */
export type Funnel = Omit<Reached, 'language' | 'variant'> & Answers & { readonly costInr: string };

export type CampaignResults = {
  readonly total: Funnel;
  readonly groups: readonly (Funnel & { readonly language: string; readonly variant: string })[];
  /** Null while there is no qualified lead. */
  readonly costPerQualifiedInr: string | null;
  /** Billed messages for which the settings have no price: the cost is too low by them. */
  readonly unpriced: number;
};

/** What a campaign brought, by language and variant. */
export async function readResults(campaignId: string): Promise<CampaignResults> {
  const [{ qualifiedFrom }, rates] = await Promise.all([readCampaignSettings(), readRates()]);
  const [reached, answers, priced] = await Promise.all([
    countReached(campaignId),
    countAnswers(campaignId, qualifiedFrom),
    countPriced(campaignId),
  ]);
  const groups = reached.map((group) => {
    const isOwn = (other: { readonly language: string; readonly variant: string }) =>
      other.language === group.language && other.variant === group.variant;
    return {
      ...group,
      ...sumAnswers(answers.filter(isOwn)),
      costInr: totalCost(priced.filter(isOwn), rates).toString(),
    };
  });
  const total = sumFunnels(groups);
  const { qualified } = total;
  return {
    total,
    groups,
    costPerQualifiedInr:
      qualified === 0 ? null : new Decimal(total.costInr).div(qualified).toDecimalPlaces(2).toString(),
    unpriced: priced.reduce((sum, group) => sum + (costInr(group, rates) === null ? group.delivered : 0), 0),
  };
}

function totalCost(priced: readonly PricedGroup[], rates: Rates): Decimal {
  return priced.reduce((sum, group) => sum.add((costInr(group, rates) ?? new Decimal(0)).mul(group.delivered)), zero);
}

const zero = new Decimal(0);

function sumFunnels(groups: readonly Funnel[]): Funnel {
  const sum = (key: Exclude<keyof Funnel, 'costInr'>) => groups.reduce((total, group) => total + group[key], 0);
  return {
    people: sum('people'),
    sent: sum('sent'),
    delivered: sum('delivered'),
    read: sum('read'),
    failed: sum('failed'),
    ...sumAnswers(groups),
    costInr: groups.reduce((total, group) => total.add(group.costInr), zero).toString(),
  };
}
