import type { PoolClient } from 'pg';
import { renderMessages } from '@/flows/rendering/render-messages';
import { derivedId } from '../../conversation/ids';
import { enqueueFirstWords, type FirstWords } from '../../outbox/enqueue/enqueue-first-words';
import { judgeReach, type Reach } from '../../outreach/judge-reach';
import type { OutreachSettings } from '../../outreach/outreach-settings';
import { readReach } from '../../outreach/reach/store';
import { inApprovedLanguage } from '../../templates/approved/in-approved-language';
import type { ApprovedLanguages } from '../../templates/approved/store';
import { kindOf } from '../plan/message-kind';
import type { PauseReason, StoredCampaign } from '../store';
import type { Budget } from './budget';
import { judgeTurn, type TurnVerdict } from './judge-turn';
import { type Decision, type PendingRecipient, type TemplateState, writeDecisions, writeEntries } from './store';
import { templateStop } from './template-stop';

export type BatchWorld = {
  readonly nowMs: number;
  readonly settings: OutreachSettings;
  readonly approved: ApprovedLanguages;
  readonly templates: readonly TemplateState[];
  readonly budget: Budget;
  /** How many messages there is room for. */
  readonly most: number;
};

export type Queued = {
  readonly enqueued: number;
  /** Why the campaign can't go on; those before were queued. */
  readonly stop: PauseReason | undefined;
};

/** Decides for each of these people, whose turn has come, and queues the messages of those who are to get theirs now. */
export async function queueRecipients(
  client: PoolClient,
  campaign: StoredCampaign,
  due: readonly PendingRecipient[],
  world: BatchWorld,
): Promise<Queued> {
  const reach = await readReach(
    client,
    due.map(({ contactId }) => contactId),
  );
  const decisions: Decision[] = [];
  const messages: FirstWords[] = [];
  let stop: PauseReason | undefined;
  for (const recipient of due) {
    const verdict = judge(campaign, recipient, reach.get(recipient.contactId), world);
    stop = stopFor(campaign, recipient, verdict, world);
    if (stop || messages.length === world.most) break;
    const outboxId = derivedId('campaign', campaign.id, recipient.contactId, recipient.attempts);
    decisions.push(decisionOf(recipient.contactId, outboxId, verdict));
    if (verdict.type !== 'go') continue;
    messages.push(messageOf(campaign, recipient, { outboxId, leaveBeforeMs: verdict.leaveBeforeMs }, world));
  }
  await writeDecisions(client, campaign.id, decisions, new Date(world.nowMs).toISOString());
  await enqueueFirstWords(client, messages);
  await writeEntries(client, entriesOf(campaign, messages));
  return { enqueued: messages.length, stop };
}

function judge(
  { plan: { live } }: StoredCampaign,
  recipient: PendingRecipient,
  known: Reach | undefined,
  { templates, settings, nowMs }: BatchWorld,
): TurnVerdict {
  const category = templates.find(({ name }) => name === recipient.content.name)?.category;
  const reach = known && judgeReach(known, kindOf(category), settings, nowMs);
  return judgeTurn({ ...recipient, reach }, live, nowMs);
}

/** Why the campaign can't go on with this one. */
function stopFor(
  { channel }: StoredCampaign,
  { content }: PendingRecipient,
  verdict: TurnVerdict,
  { templates, budget }: BatchWorld,
): PauseReason | undefined {
  const stop = channel === 'simulator' ? undefined : templateStop(content, templates);
  if (stop || verdict.type !== 'go') return stop;
  return budget.pay(content.name) ? undefined : 'budget.reached';
}

function decisionOf(contactId: string, outboxId: string, verdict: TurnVerdict): Decision {
  const none = { contactId, code: null, dueAt: null, outboxId: null };
  switch (verdict.type) {
    case 'go':
      return { ...none, status: 'queued', outboxId };
    case 'exclude':
      return { ...none, status: 'excluded', code: verdict.code };
    case 'later':
      return { ...none, status: 'pending', code: verdict.code, dueAt: new Date(verdict.againMs).toISOString() };
    default:
      return verdict satisfies never;
  }
}

function messageOf(
  { channel }: StoredCampaign,
  { contactId, sessionId, content, language }: PendingRecipient,
  { outboxId, leaveBeforeMs }: { readonly outboxId: string; readonly leaveBeforeMs: number | null },
  { approved }: BatchWorld,
): FirstWords {
  const [payload] = renderMessages(content);
  if (!payload) throw new Error('A template always makes a message.');
  return {
    outboxId,
    contactId,
    sessionId,
    channel,
    content,
    payload: inApprovedLanguage(payload, approved),
    language,
    priority: 2,
    leaveBefore: leaveBeforeMs === null ? null : new Date(leaveBeforeMs).toISOString(),
  };
}

function entriesOf({ id: campaignId, plan: { entry, live } }: StoredCampaign, messages: readonly FirstWords[]) {
  if (entry === null) return [];
  return messages.map(({ contactId, outboxId }) => ({ contactId, entry: { campaignId, outboxId, ...entry, live } }));
}
