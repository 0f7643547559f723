import type { PoolClient } from 'pg';
import { inTransaction } from '../../db/transaction';
import { storableJson } from '../../inbox/storable-json';
import type { TurnCommit } from '../turn-commit';
import { type CancelledRow, replanned } from './replanned';
import { commitSql } from './sql';

/**
 * Commits turns of different contacts in one transaction. Says for each whether it was committed: false means that its
 * lease had been lost, and nothing of it was written. Throws, and writes nothing at all, when a session has changed since
 * it was read.
 */
export async function commitTurns(commits: readonly TurnCommit[]): Promise<readonly boolean[]> {
  return inTransaction(async (client) => {
    const held = await releaseHeld(client, commits);
    const ours = commits.filter(({ contactId }) => held.has(contactId));
    if (ours.length > 0) await write(client, ours);
    return commits.map(({ contactId }) => held.has(contactId));
  });
}

async function releaseHeld(client: PoolClient, commits: readonly TurnCommit[]): Promise<ReadonlySet<string>> {
  const rows = commits.map(({ contactId, fence, more }) => ({ contact_id: contactId, fence, more }));
  const held = await client.query<{ contact_id: string }>({
    name: 'commit.release',
    text: commitSql.release,
    values: [storableJson(rows)],
  });
  return new Set(held.rows.map((row) => row.contact_id));
}

async function write(client: PoolClient, commits: readonly TurnCommit[]): Promise<void> {
  const optedOut = commits.filter(({ contact }) => contact.optOut === 'optedOut').map(({ contactId }) => contactId);
  if (optedOut.length > 0)
    await client.query({ name: 'commit.cancelOutbox', text: commitSql.cancelOutbox, values: [optedOut] });
  const replaced = commits.flatMap(({ replacedSessionId }) => replacedSessionId ?? []);
  if (replaced.length > 0)
    await client.query({ name: 'commit.endSessions', text: commitSql.endSessions, values: [replaced] });
  await saveSessions(client, commits);
  await client.query({
    name: 'commit.everyTurn',
    text: commitSql.everyTurn,
    values: [
      storableJson(commits.flatMap(turnRows)),
      storableJson(commits.flatMap(messageRows)),
      storableJson(commits.flatMap(outboxRows)),
      storableJson(commits.flatMap((commit) => commit.entries.map(entryRow))),
      storableJson(commits.map(contactRow)),
      storableJson(commits.flatMap(leadRows)),
    ],
  });
  await writeRequests(client, commits);
}

async function saveSessions(client: PoolClient, commits: readonly TurnCommit[]): Promise<void> {
  const rows = commits.flatMap(sessionRows);
  if (rows.length === 0) return;
  const { rowCount } = await client.query({
    name: 'commit.saveSessions',
    text: commitSql.saveSessions,
    values: [storableJson(rows)],
  });
  if (rowCount !== rows.length) throw new Error('A session was changed by somebody else while its turn was taken.');
}

async function writeRequests(client: PoolClient, commits: readonly TurnCommit[]): Promise<void> {
  const cancelled = await cancelFollowUps(client, commits);
  await markAnswered(client, commits);
  const owned = <Row extends object>(rowsOf: (commit: TurnCommit) => readonly Row[]) =>
    commits.flatMap((commit) => rowsOf(commit).map((row) => ({ ...row, contactId: commit.contactId })));
  await writeRows(client, 'maskTranscripts', commits.flatMap(maskedTranscripts));
  const requested = owned(({ followUp }) => (followUp ? [followUp] : []));
  await writeRows(client, 'insertFollowUps', [...requested, ...replanned(commits, cancelled)]);
  await writeRows(
    client,
    'insertHandovers',
    owned(({ handovers, promisedAt }) => handovers.map((handover) => ({ ...handover, promisedAt }))),
  );
  await writeRows(
    client,
    'insertConsents',
    owned(({ consents }) => consents),
  );
  await writeRows(
    client,
    'insertUploadLinks',
    owned(({ uploadLinks }) => uploadLinks),
  );
}

async function cancelFollowUps(client: PoolClient, commits: readonly TurnCommit[]): Promise<readonly CancelledRow[]> {
  const cancelling = commits.filter((commit) => commit.cancelsFollowUps || commit.followUp);
  if (cancelling.length === 0) return [];
  const reasons = cancelling.map(({ contact, cancelsFollowUps }) =>
    contact.optOut === 'optedOut' ? 'contact.optedOut' : cancelsFollowUps ? 'contact.wrote' : 'followUp.replaced',
  );
  const { rows } = await client.query<CancelledRow>({
    name: 'commit.cancelFollowUps',
    text: commitSql.cancelFollowUps,
    values: [cancelling.map(({ contactId }) => contactId), reasons],
  });
  return rows;
}

/** What we wrote first is answered by the first message after it. */
async function markAnswered(client: PoolClient, commits: readonly TurnCommit[]): Promise<void> {
  const answering = commits.filter(({ contact }) => contact.mayAnswerFirstWords);
  if (answering.length === 0) return;
  const rows = answering.map(({ contactId, contact }) => ({ contact_id: contactId, at: contact.lastInboundAt }));
  await client.query({ name: 'commit.markAnswered', text: commitSql.markAnswered, values: [storableJson(rows)] });
}

/** Most turns have none of these. */
async function writeRows(
  client: PoolClient,
  statement: 'maskTranscripts' | 'insertFollowUps' | 'insertHandovers' | 'insertConsents' | 'insertUploadLinks',
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  await client.query({
    name: `commit.${statement}`,
    text: commitSql[statement],
    values: [storableJson(rows)],
  });
}

function maskedTranscripts({ entries }: TurnCommit) {
  return entries.flatMap(({ id, transcript }) => (transcript ? [{ id, transcript }] : []));
}

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
      state,
      version: readVersion + 1,
      started_at: state.startedAt,
      updated_at: state.updatedAt,
    },
  ];
}

function turnRows({ contactId, turns }: TurnCommit) {
  return turns.map((turn) => ({
    id: turn.id,
    session_id: turn.sessionId,
    contact_id: contactId,
    seq: turn.seq,
    flow_id: turn.flowId,
    flow_version: turn.flowVersion,
    state_before: turn.stateBefore,
    state_after: turn.stateAfter,
    input: turn.input,
    understanding: turn.understanding,
    events: turn.events,
    timings: turn.timings,
    cost: turn.cost,
    at: turn.at,
  }));
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
    content: message.content,
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
    payload: row.payload,
    is_prepared: row.isPrepared,
    is_last_word: row.isLastWord,
    leave_before: row.leaveBefore,
  }));
}

function entryRow(entry: TurnCommit['entries'][number]) {
  const { id, status, reason, turnId, payload } = entry;
  return { id, status, reason, turn_id: turnId, payload };
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
  return [{ contact_id: contactId, ...same, flow_id, state_id, updated_at }];
}
