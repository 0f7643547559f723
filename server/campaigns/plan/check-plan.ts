import { factsByName } from '@/flows/expressions/facts-by-name';
import { customerSlots } from '@/flows/schema/slots';
import type { ProductFacts } from '@/prompts/facts/product-facts';
import type { ChannelId } from '../../channels/channel';
import { readRates } from '../../costs/rates/store';
import { getPool } from '../../db/pool';
import { getEnv } from '../../env';
import { type PublishedFlow, readActiveFlows } from '../../flows/store';
import { readOutreachSettings } from '../../outreach/store';
import { columnNames } from '../audience/column-names';
import { readImportState } from '../audience/store';
import { estimateReach } from '../estimate/estimate-reach';
import type { ReachEstimate } from '../estimate/reach-estimate';
import { readSendLimits } from '../estimate/store';
import { memberNames } from '../message/member-scope';
import { readMessageWorld } from '../message/read-message-world';
import type { CampaignPlan } from './campaign-plan';
import { checkMessage, type KnownNames } from './check-message';
import { checkReach } from './check-reach';
import { type PlanIssue, planError } from './plan-issue';

export type PlanCheck = { readonly issues: readonly PlanIssue[]; readonly reach: ReachEstimate };

type Flows = ReadonlyMap<string, PublishedFlow>;

/**
 * What keeps a plan from being launched now, what else there is to know of it, and whom it would reach. Goes through the whole
 * audience: a few seconds for 50,000 people.
 */
export async function checkPlan(plan: CampaignPlan, channel: ChannelId, nowMs: number): Promise<PlanCheck> {
  const [messages, outreach, rates, limits, flows, file] = await Promise.all([
    readMessageWorld(channel, nowMs),
    readOutreachSettings(),
    readRates(),
    readSendLimits(),
    readActiveFlows(),
    plan.audience?.type === 'import' ? readImportState(getPool(), plan.audience.importId) : null,
  ]);
  const reach = await estimateReach(plan, { messages, outreach, rates, limits });
  const columns = file ? new Set(columnNames(file.columns)) : null;
  const known: KnownNames = { names: knownNames(messages.facts, flows), columns };
  const isConnected = channel === 'simulator' || getEnv().WHATSAPP_ACCESS_TOKEN !== undefined;
  const fileIssues = checkFile(plan, file);
  return {
    reach,
    issues: [
      ...(isConnected ? [] : [planError('channel.notConnected', '')]),
      ...fileIssues,
      ...checkMessage(plan.variants, messages, known),
      ...checkEntry(plan.entry, flows),
      // Of a file that can't be used there is no more to say.
      ...(fileIssues.length > 0
        ? []
        : checkReach(plan, reach, {
            nowMs,
            peoplePerDay: channel === 'simulator' ? null : limits.contactsPerDay,
          })),
    ],
  };
}

function knownNames(facts: ProductFacts, flows: Flows): ReadonlySet<string> {
  const variables = [...flows.values()].flatMap(({ flow }) => flow.variables.map(({ name }) => name));
  const told = [...factsByName(facts).keys()].map((name) => `facts.${name}`);
  return new Set([...Object.keys(customerSlots), ...memberNames, ...variables, ...told]);
}

function checkFile(
  { audience }: CampaignPlan,
  file: Awaited<ReturnType<typeof readImportState>> | null,
): readonly PlanIssue[] {
  if (audience === null) return [planError('audience.missing', 'audience')];
  if (audience.type === 'segment') return [];
  if (!file) return [planError('audience.unknown', 'audience')];
  return file.isApplied ? [] : [planError('audience.notApplied', 'audience')];
}

function checkEntry(entry: CampaignPlan['entry'], flows: Flows): readonly PlanIssue[] {
  if (entry === null) return [];
  const states = flows.get(entry.flowId)?.flow.states ?? [];
  const isThere = states.some(({ id }) => id === entry.stateId);
  return isThere ? [] : [planError('entry.missing', 'entry', { flow: entry.flowId, state: entry.stateId })];
}
