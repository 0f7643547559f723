import type { IncomingMessage } from '@/flows/schema/message';
import type { TurnInput } from '@/flows/schema/turn-input';
import { wordsOf } from '@/flows/schema/words-of';
import { blindIndex } from '../../sealing/blind-index';
import { sealJson, sealText } from '../../sealing/seal-column';
import { sealFacts } from '../../sealing/seal-facts';
import { sealedMessage } from '../../sealing/sealed-message';
import { wordsOf as foldedWords } from '../../sealing/search-tokens';
import type { FollowUpRow, HandoverRow, TurnCommit } from '../turn-commit';

/** What each table is given of one commit, as the table keeps it: personal data is sealed. */
export function commitRows(commit: TurnCommit) {
  return {
    sessions: sessionRows(commit),
    turns: turnRows(commit),
    messages: messageRows(commit),
    outbox: outboxRows(commit),
    entries: entryRows(commit),
    contacts: [contactRow(commit)],
    leads: leadRows(commit),
    transcripts: transcriptRows(commit),
  } as const;
}
export type CommitRows = ReturnType<typeof commitRows>;

function sessionRows({ contactId, session }: TurnCommit) {
  if (!session) return [];
  const { state, readVersion, wakeAt } = session;
  return [
    {
      id: state.id,
      contact_id: contactId,
      flow_id: state.flowId,
      flow_version: state.flowVersion,
      status: state.status,
      state_id: state.state,
      wait_type: state.wait?.type ?? null,
      wait_id: state.wait?.id ?? null,
      wake_at: wakeAt,
      state: sealJson('flow_sessions.state', state),
      version: readVersion + 1,
      started_at: state.startedAt,
      updated_at: state.updatedAt,
    },
  ];
}

/** Turns as their table keeps them. */
export function turnRows({ contactId, turns }: Pick<TurnCommit, 'contactId' | 'turns'>) {
  return turns.map((turn) => ({
    id: turn.id,
    session_id: turn.sessionId,
    contact_id: contactId,
    seq: turn.seq,
    flow_id: turn.flowId,
    flow_version: turn.flowVersion,
    state_before: turn.stateBefore,
    state_after: turn.stateAfter,
    input: sealJson('turns.input', turn.input),
    understanding: sealJson('turns.understanding', turn.understanding),
    events: sealJson('turns.events', turn.events),
    timings: turn.timings,
    cost: turn.cost,
    wording: wordingOf(turn.input),
    at: turn.at,
  }));
}

/** The same for messages of the same words, in whatever order; null where nothing was written. */
function wordingOf(input: TurnInput): string | null {
  const messages: readonly IncomingMessage[] = 'reply' in input ? (input.reply?.messages ?? []) : [];
  const words = foldedWords(messages.map(({ content }) => wordsOf(content)).join(' '));
  return words.length === 0 ? null : blindIndex('wording', [...words].sort().join(' '));
}

function messageRows({ contactId, messages }: TurnCommit) {
  return messages.map((message) => ({
    id: message.id,
    contact_id: contactId,
    session_id: message.sessionId,
    turn_id: message.turnId,
    inbox_entry_id: message.inboxEntryId,
    direction: message.direction,
    channel: message.channel,
    ...sealedMessage(message.content),
    text_keys: message.textKeys,
    language: message.language,
    at: message.at,
  }));
}

function outboxRows({ contactId, outbox }: TurnCommit) {
  return outbox.map((row) => ({
    id: row.id,
    message_id: row.messageId,
    contact_id: contactId,
    turn_id: row.turnId,
    idx: row.idx,
    channel: row.channel,
    payload: sealJson('outbox_entries.payload', row.payload),
    is_prepared: row.isPrepared,
    is_last_word: row.isLastWord,
    leave_before: row.leaveBefore,
  }));
}

function entryRows({ entries }: TurnCommit) {
  return entries.map(({ id, status, reason, turnId, payload }) => ({
    id,
    status,
    reason,
    turn_id: turnId,
    payload: sealJson('inbox_entries.payload', payload),
  }));
}

function contactRow({ contactId, contact }: TurnCommit) {
  const { language, lastInboundAt, optOut, account, adEntryAt, replyHour, answeredOutboxId, at } = contact;
  const addressed = { account, ad_entry_at: adEntryAt };
  const wrote = { last_inbound_at: lastInboundAt, reply_hour: replyHour, answered_outbox_id: answeredOutboxId };
  return { id: contactId, language, ...wrote, opt_out: optOut, ...addressed, at };
}

function leadRows({ contactId, lead }: TurnCommit) {
  if (!lead) return [];
  const { flowId: flow_id, stateId: state_id, at: updated_at, ...same } = lead;
  const facts = sealFacts(lead.facts);
  const referral = sealJson('leads.referral', lead.referral);
  return [{ contact_id: contactId, ...same, facts, referral, flow_id, state_id, updated_at }];
}

function transcriptRows({ entries }: TurnCommit) {
  return entries.flatMap(({ id, transcript }) =>
    transcript ? [{ id, transcript: sealJson('media_files.transcript', transcript) }] : [],
  );
}

/** A plan as its table keeps it. */
export function sealedFollowUp<Row extends Pick<FollowUpRow, 'summary' | 'text'>>(row: Row) {
  return { ...row, summary: sealText('follow_ups.summary', row.summary), text: sealText('follow_ups.text', row.text) };
}

/** A handover as its table keeps it; `promisedAt` is when the customer was told that an officer calls. */
export function handoverRow(handover: HandoverRow, promisedAt: string | null) {
  return { ...handover, summary: sealText('handovers.summary', handover.summary), promisedAt };
}
