import { fromComponents } from '@/flows/templates/template-components';
import { DEFAULT_FLOW } from '../../flows/default-flow';
import { readActiveFlows } from '../../flows/store';
import { marketChanged } from '../../jobs/events';
import { wake } from '../../jobs/wake';
import { configuredChannels } from '../../start/configured-channels';
import { listTemplates } from '../../templates/store';
import { createCampaign } from '../draft-campaign';
import { type CampaignPlan, type CampaignVariant, emptyPlan } from '../plan/campaign-plan';
import { type MarketEvent, type MarketEventKind, marketEvents } from './market-event';
import { variablesFor } from './variables-for';

export type FiledEvent = {
  readonly kind: MarketEventKind;
  /** In the owner's words; it becomes part of the campaign's name. */
  readonly note: string;
};

const LONGEST_NAME = 120;

/**
 * Answers a market event with the draft of a campaign: whom it concerns, the fitting template filled from what they said, and
 * where an answer goes on. Nobody gets anything before an owner has looked at it and launches it.
 */
export async function fileMarketEvent({ kind, note }: FiledEvent): Promise<{ readonly campaignId: string }> {
  const event = marketEvents[kind];
  const { id } = await createCampaign({
    name: [event.name, note]
      .filter((part) => part !== '')
      .join(': ')
      .slice(0, LONGEST_NAME),
    // Without WhatsApp it can be tried on simulated customers.
    channel: configuredChannels().whatsapp ? 'whatsapp' : 'simulator',
    trigger: kind,
    plan: await planFor(kind, event),
  });
  wake(marketChanged.create({ campaignId: id }));
  return { campaignId: id };
}

async function planFor(kind: MarketEventKind, event: MarketEvent): Promise<CampaignPlan> {
  const variant = await variantFor([kind, ...event.templates]);
  return {
    ...emptyPlan,
    audience: { type: 'segment', filter: event.segment },
    variants: variant === undefined ? [] : [variant],
    entry: await entryFor(event.stateId),
    live: 'skip',
  };
}

/** The first of these templates that there is; none is said by the check of the plan. */
async function variantFor(names: readonly string[]): Promise<CampaignVariant | undefined> {
  for (const template of names) {
    const rows = (await listTemplates(template)).filter(({ status }) => status !== 'DELETED');
    const [content] = rows.flatMap(({ components }) => fromComponents(components) ?? []);
    if (content) return { id: 'A', share: 100, template, variables: variablesFor(content) };
  }
  return undefined;
}

/** An answer goes on in the default flow; where that has no such state, in the conversation where it is. */
async function entryFor(stateId: string): Promise<CampaignPlan['entry']> {
  const active = (await readActiveFlows()).get(DEFAULT_FLOW);
  const isThere = active?.flow.states.some(({ id }) => id === stateId) ?? false;
  return isThere ? { flowId: DEFAULT_FLOW, stateId } : null;
}
