import type { PoolClient } from 'pg';
import { languages } from '@/prompts/load-languages';
import { derivedId } from '../../conversation/ids';
import { inTransaction } from '../../db/transaction';
import { isDatabaseAway } from '../../errors';
import { factsNow } from '../../facts/read-facts';
import { ring } from '../../inbox/bells';
import { log } from '../../log';
import { enqueueFirstWords } from '../../outbox/enqueue/enqueue-first-words';
import type { OutreachSettings } from '../../outreach/outreach-settings';
import { readReach } from '../../outreach/reach/store';
import { readOutreachSettings } from '../../outreach/store';
import { listTemplates } from '../../templates/store';
import { readFollowUpSettings } from '../settings/store';
import { composeWords, type WordsParts } from '../words/compose-words';
import { draftWords } from '../words/draft-words';
import { isWindowOpen } from './is-window-open';
import { judgeFollowUp, type SendDecision } from './judge-follow-up';
import { claimDue, claimOne, type DueFollowUp, endFollowUp, holdFollowUp, markQueued, putOff } from './store';

/** How often each thing became of those that were due. */
export type SentFollowUps = { readonly queued: number; readonly putOff: number; readonly ended: number };

/**
 * Puts the messages of due follow-ups into the outbox, in order. Everything is decided again; what may not be sent now is put
 * off, or ended with a reason. Any number of processes may do this at once: each plan is sent by one.
 */
export async function sendDueFollowUps(nowMs: number, most = MOST_AT_ONCE): Promise<SentFollowUps> {
  const parts = await partsNow();
  const results: Result[] = [];
  while (results.length < most) {
    const claimed = await claimDue(nowMs, Math.min(A_BATCH, most - results.length));
    if (claimed.length === 0) break;
    results.push(...(await Promise.all(claimed.map((followUp) => sendAlone(followUp, parts, nowMs)))));
  }
  const count = (type: Result) => results.filter((result) => result === type).length;
  return { queued: count('send'), putOff: count('putOff'), ended: count('end') };
}

/** Sends this one if it is due, or, with `now`, whenever it is due. Says what became of it; undefined: it was not to be had. */
export async function sendFollowUp(
  id: string,
  nowMs: number,
  when: 'due' | 'now' = 'due',
): Promise<Result | undefined> {
  const [claimed] = await claimOne(id, nowMs, when);
  return claimed && sendOne(claimed, await partsNow(), nowMs);
}

export type Result = SendDecision['type'] | 'lost';

/** What one look takes at most; the next one goes on a minute later. */
const MOST_AT_ONCE = 2_000;
/** Claimed together: a model may be asked for each, within the lease. */
const A_BATCH = 8;

type Parts = WordsParts & { readonly outreach: OutreachSettings };

async function partsNow(): Promise<Parts> {
  const [settings, outreach, facts] = await Promise.all([readFollowUpSettings(), readOutreachSettings(), factsNow()]);
  const templates = settings.template === null ? [] : await listTemplates(settings.template);
  return { settings, outreach, facts, templates, packs: languages };
}

/** One that can't be sent for a mistake of ours keeps no other from being sent; it is tried again after its lease. */
async function sendAlone(followUp: DueFollowUp, parts: Parts, nowMs: number): Promise<Result> {
  try {
    return await sendOne(followUp, parts, nowMs);
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    log.error({ followUpId: followUp.id, err: error }, 'followUp.notSent');
    return 'lost';
  }
}

async function sendOne(followUp: DueFollowUp, parts: Parts, nowMs: number): Promise<Result> {
  const mayDraft = followUp.text === null && isWindowOpen(followUp, nowMs);
  const drafted = mayDraft ? await draftWords(followUp, parts, nowMs) : null;
  const result = await inTransaction((client) => decide(client, followUp, parts, nowMs, drafted));
  if (result === 'send') ring('outbox');
  log.debug({ followUpId: followUp.id, contactId: followUp.contactId, result }, 'followUp.due');
  return result;
}

/** The contact is locked first, as a turn's commit locks it: what the customer does comes before this or after it. */
async function decide(
  client: PoolClient,
  followUp: DueFollowUp,
  parts: Parts,
  nowMs: number,
  drafted: string | null,
): Promise<Result> {
  const { contactId, reason } = followUp;
  const reach = (await readReach(client, [contactId])).get(contactId);
  const held = await holdFollowUp(client, followUp);
  if (!reach || !held) return 'lost';
  const window = isWindowOpen(reach, nowMs) ? 'open' : 'closed';
  const words = composeWords(followUp, window, parts, nowMs, drafted);
  const decision = judgeFollowUp(reason, held, reach, words, parts.outreach, nowMs);
  await carryOut(client, followUp, decision, nowMs);
  return decision.type;
}

async function carryOut(
  client: PoolClient,
  followUp: DueFollowUp,
  decision: SendDecision,
  nowMs: number,
): Promise<void> {
  const { id, contactId, sessionId, channel, attempts } = followUp;
  switch (decision.type) {
    case 'send': {
      const { content, payload, language } = decision.words;
      const outboxId = derivedId('followUp', id, attempts + 1);
      const { leaveBefore } = decision;
      const message = { outboxId, contactId, sessionId, channel, content, payload, language, leaveBefore };
      await enqueueFirstWords(client, [{ ...message, priority: 1 }]);
      return markQueued(client, id, outboxId, nowMs);
    }
    case 'putOff': {
      const { untilMs, reason } = decision;
      const until = new Date(untilMs).toISOString();
      return putOff(client, id, untilMs, reason === null ? null : { code: 'sending.putOff', reason, until });
    }
    case 'end':
      return endFollowUp(client, id, decision.status, decision.reason);
    default:
      return decision satisfies never;
  }
}
