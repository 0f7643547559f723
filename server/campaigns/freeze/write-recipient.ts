import type { Reach, ReachVerdict } from '../../outreach/judge-reach';
import type { OutreachSettings } from '../../outreach/outreach-settings';
import type { AudienceMember } from '../audience/audience-member';
import type { MessageWorld } from '../message/message-world';
import { resolveContent } from '../message/resolve-content';
import type { CampaignVariant } from '../plan/campaign-plan';
import { kindOf } from '../plan/message-kind';
import type { TemplateMessage } from '../run/store';
import type { StoredCampaign } from '../store';
import { planMoments } from './plan-moments';
import { variantFor } from './share-out';
import type { FrozenRecipient } from './store';

export type WriterOptions = {
  readonly campaign: StoredCampaign;
  readonly world: MessageWorld;
  readonly settings: OutreachSettings;
  readonly startMs: number;
  readonly judge: (reach: Reach, kind: 'utility' | 'marketing') => ReachVerdict;
  /** How many were written down before, and how many of them are to get a message. */
  readonly written: number;
  readonly included: number;
};

export type RecipientWriter = {
  /** Undefined for a contact who is not there any more. */
  readonly write: (member: AudienceMember, reach: Reach | undefined) => FrozenRecipient | undefined;
};

type Outcome =
  | { readonly ok: true; readonly content: TemplateMessage; readonly language: string; readonly dueMs: number }
  | { readonly ok: false; readonly code: string };

/** Decides for one member after the other what they get and when, or why they get nothing. */
export function createWriter(options: WriterOptions): RecipientWriter {
  const { campaign, world, settings, startMs, judge } = options;
  const { variants, schedule } = campaign.plan;
  const moments = planMoments({ channel: campaign.channel, startMs, days: schedule.days, settings });
  let position = options.written;
  let included = options.included;

  const outcomeFor = (member: AudienceMember, reach: Reach, variant: CampaignVariant): Outcome => {
    const verdict = judge(reach, kindOf(world.templates.get(variant.template)?.category));
    if (!verdict.ok && verdict.againMs === null) return { ok: false, code: verdict.code };
    const resolved = resolveContent(variant, member, world);
    if (!resolved.ok) return resolved;
    const dueMs = moments.momentOf(included, member.timezone);
    return dueMs === undefined ? { ok: false, code: 'hours.closed' } : { dueMs, ...resolved };
  };

  return {
    write: (member, reach) => {
      const variant = variantFor(variants, included);
      if (!reach || !variant) return undefined;
      position += 1;
      const whom = { contactId: member.contactId, position, variant: variant.id };
      const outcome = outcomeFor(member, reach, variant);
      if (!outcome.ok) {
        const dueAt = new Date(startMs).toISOString();
        return { ...whom, language: member.language, content: null, problemCode: outcome.code, dueAt };
      }
      included += 1;
      const { content, language, dueMs } = outcome;
      return { ...whom, language, content, problemCode: null, dueAt: new Date(dueMs).toISOString() };
    },
  };
}
