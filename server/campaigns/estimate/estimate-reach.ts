import { Decimal } from 'decimal.js';
import { costInr } from '../../costs/cost-inr';
import type { Rates } from '../../costs/rates/rates';
import { getPool } from '../../db/pool';
import { windowOf } from '../../outbox/window';
import { judgeReach } from '../../outreach/judge-reach';
import type { OutreachSettings } from '../../outreach/outreach-settings';
import type { AudienceMember } from '../audience/audience-member';
import { selectAudience } from '../audience/select-audience';
import { variantFor } from '../freeze/share-out';
import type { MessageWorld } from '../message/message-world';
import { resolveContent } from '../message/resolve-content';
import type { CampaignPlan, CampaignVariant } from '../plan/campaign-plan';
import { kindOf } from '../plan/message-kind';
import { estimateEnd } from './estimate-end';
import type { LanguageCount, ReachEstimate } from './reach-estimate';
import { readStandings, type SendLimits, type Standing } from './store';

/** What an estimate knows of the world. */
export type EstimateWorld = {
  readonly messages: MessageWorld;
  readonly outreach: OutreachSettings;
  readonly rates: Rates;
  readonly limits: SendLimits;
};

/** Goes through everybody of the audience, and counts who would be written to, in which language, and what that costs. */
export async function estimateReach(plan: CampaignPlan, world: EstimateWorld): Promise<ReachEstimate> {
  const count = new Count(plan, world);
  const { audience } = plan;
  if (audience) {
    for await (const members of selectAudience(getPool(), audience, world.messages.channel)) {
      const standings = await readStandings(members.map(({ contactId }) => contactId));
      for (const member of members) count.add(member, standings.get(member.contactId));
    }
  }
  return count.result();
}

class Count {
  private audience = 0;
  private people = 0;
  private opensConversations = 0;
  private free = 0;
  private readonly excluded = new Map<string, number>();
  private readonly languages = new Map<string, LanguageCount>();
  /** Messages that are billed, by WhatsApp's word for their price. */
  private readonly billed = new Map<string, number>();

  constructor(
    private readonly plan: CampaignPlan,
    private readonly world: EstimateWorld,
  ) {}

  add(member: AudienceMember, standing: Standing | undefined): void {
    const variant = variantFor(this.plan.variants, this.people);
    const category = variant && this.world.messages.templates.get(variant.template)?.category;
    this.audience += 1;
    const outcome = this.judge(member, standing, variant, category);
    if (outcome.code === undefined) this.countPerson(member.language, outcome.sentIn, standing, category);
    else tally(this.excluded, outcome.code);
  }

  result(): ReachEstimate {
    const { messages, limits, outreach } = this.world;
    const hours = messages.channel === 'simulator' ? null : outreach;
    const pace = { schedule: this.plan.schedule, perSecond: limits.perSecond, hours };
    const { endsMs, days } = estimateEnd(this.people, pace, messages.nowMs);
    const { audience, people, free, opensConversations } = this;
    return {
      audience,
      people,
      excluded: mostFirst(
        [...this.excluded].map(([code, count]) => ({ code, count })),
        ({ code }) => code,
      ),
      byLanguage: mostFirst([...this.languages.values()], ({ language, sentIn }) => `${language} ${sentIn}`),
      ...this.price(),
      free,
      opensConversations,
      endsAt: endsMs === null ? null : new Date(endsMs).toISOString(),
      days,
    };
  }

  private judge(
    member: AudienceMember,
    standing: Standing | undefined,
    variant: CampaignVariant | undefined,
    category: string | undefined,
  ): { readonly code: string } | { readonly code: undefined; readonly sentIn: string } {
    if (!standing) return { code: 'contact.missing' }; // became one with another between two pages
    const code = this.refusalOf(member, standing, category);
    if (code !== undefined) return { code };
    if (!variant) return { code, sentIn: member.language };
    const resolved = resolveContent(variant, member, this.world.messages);
    return resolved.ok ? { code, sentIn: resolved.language } : { code: resolved.code };
  }

  /** Why somebody would never be written to; what passes by waiting is no reason. */
  private refusalOf(member: AudienceMember, standing: Standing, category: string | undefined): string | undefined {
    const { messages, outreach } = this.world;
    const { contactId, timezone } = member;
    const { isOptedOut, isOfficers, hasStoppedMarketing, marketingConsent } = standing;
    const own = {
      contactId,
      timezone,
      channel: messages.channel,
      isOptedOut,
      isOfficers,
      hasStoppedMarketing,
      marketingConsent,
    };
    const passing = { marketingCappedUntilMs: null, lastInboundMs: null, reachedMs: [] };
    const verdict = judgeReach({ ...own, ...passing }, kindOf(category), outreach, messages.nowMs);
    return verdict.ok || verdict.againMs !== null ? undefined : verdict.code;
  }

  private countPerson(language: string, sentIn: string, standing: Standing | undefined, category?: string): void {
    const key = `${language} ${sentIn}`;
    this.people += 1;
    this.languages.set(key, { language, sentIn, count: (this.languages.get(key)?.count ?? 0) + 1 });
    if (standing) this.countPrice(standing, category);
  }

  private countPrice(standing: Standing, category = 'MARKETING'): void {
    const { channel, nowMs } = this.world.messages;
    if (channel === 'simulator') return;
    const window = windowOf(standing, nowMs);
    if (window.freeFormUntil === null) this.opensConversations += 1;
    if (window.freeOfChargeUntil !== null) this.free += 1;
    else tally(this.billed, category.toLowerCase());
  }

  private price(): Pick<ReachEstimate, 'costInr' | 'unpriced'> {
    const day = dayInIndia(this.world.messages.nowMs);
    let total = new Decimal(0);
    let unpriced = 0;
    for (const [category, count] of this.billed) {
      const each = costInr({ category, type: 'regular', day }, this.world.rates);
      if (each) total = total.add(each.mul(count));
      else unpriced += count;
    }
    return { costInr: total.toString(), unpriced };
  }
}

function tally(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** By count, and where that is the same by name. */
function mostFirst<Item extends { readonly count: number }>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
): readonly Item[] {
  return [...items].sort((left, right) => right.count - left.count || (nameOf(left) < nameOf(right) ? -1 : 1));
}

/** WhatsApp bills Indian accounts by the day there. */
function dayInIndia(nowMs: number): string {
  return new Date(nowMs).toLocaleDateString('en-CA', { timeZone: 'Asia/Kolkata' });
}
