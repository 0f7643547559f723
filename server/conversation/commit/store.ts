import type { PoolClient } from 'pg';
import { inTransaction } from '../../db/transaction';
import { storableJson } from '../../inbox/storable-json';
import type { TurnCommit } from '../turn-commit';
import { type CancelledRow, replanned } from './replanned';
import { type CommitRows, commitRows, handoverRow, sealedFollowUp } from './rows';
import { commitSql } from './sql';

/**
 * Commits turns of different contacts in one transaction. Says for each whether it was committed: false means that its
 * lease had been lost, and nothing of it was written. Throws, and writes nothing at all, when a session has changed since
 * it was read.
 */
export async function commitTurns(commits: readonly TurnCommit[]): Promise<readonly boolean[]> {
  const prepared = commits.map((commit) => ({ commit, rows: commitRows(commit) })); // sealed before anything is locked
  return inTransaction(async (client) => {
    const held = await releaseHeld(client, commits);
    const ours = prepared.filter(({ commit }) => held.has(commit.contactId));
    if (ours.length > 0) await write(client, ours);
    return commits.map(({ contactId }) => held.has(contactId));
  });
}

type Prepared = { readonly commit: TurnCommit; readonly rows: CommitRows };

async function releaseHeld(client: PoolClient, commits: readonly TurnCommit[]): Promise<ReadonlySet<string>> {
  const rows = commits.map(({ contactId, fence, more }) => ({ contact_id: contactId, fence, more }));
  const held = await client.query<{ contact_id: string }>({
    name: 'commit.release',
    text: commitSql.release,
    values: [storableJson(rows)],
  });
  return new Set(held.rows.map((row) => row.contact_id));
}

async function write(client: PoolClient, prepared: readonly Prepared[]): Promise<void> {
  const commits = prepared.map(({ commit }) => commit);
  const optedOut = commits.filter(({ contact }) => contact.optOut === 'optedOut').map(({ contactId }) => contactId);
  if (optedOut.length > 0)
    await client.query({ name: 'commit.cancelOutbox', text: commitSql.cancelOutbox, values: [optedOut] });
  const replaced = commits.flatMap(({ replacedSessionId }) => replacedSessionId ?? []);
  if (replaced.length > 0)
    await client.query({ name: 'commit.endSessions', text: commitSql.endSessions, values: [replaced] });
  const rowsOf = (kind: keyof CommitRows) => prepared.flatMap(({ rows }): readonly object[] => rows[kind]);
  await saveSessions(client, rowsOf('sessions'));
  const kinds = ['turns', 'messages', 'outbox', 'entries', 'contacts', 'leads'] as const;
  await client.query({
    name: 'commit.everyTurn',
    text: commitSql.everyTurn,
    values: kinds.map((kind) => storableJson(rowsOf(kind))),
  });
  await writeRequests(client, commits, rowsOf('transcripts'));
}

async function saveSessions(client: PoolClient, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const { rowCount } = await client.query({
    name: 'commit.saveSessions',
    text: commitSql.saveSessions,
    values: [storableJson(rows)],
  });
  if (rowCount !== rows.length) throw new Error('A session was changed by somebody else while its turn was taken.');
}

async function writeRequests(
  client: PoolClient,
  commits: readonly TurnCommit[],
  transcripts: readonly object[],
): Promise<void> {
  const cancelled = await cancelFollowUps(client, commits);
  await markAnswered(client, commits);
  const owned = <Row extends object>(rowsOf: (commit: TurnCommit) => readonly Row[]) =>
    commits.flatMap((commit) => rowsOf(commit).map((row) => ({ ...row, contactId: commit.contactId })));
  await writeRows(client, 'maskTranscripts', transcripts);
  const requested = owned(({ followUp }) => (followUp ? [followUp] : []));
  await writeRows(client, 'insertFollowUps', [...requested, ...replanned(commits, cancelled)].map(sealedFollowUp));
  await writeRows(
    client,
    'insertHandovers',
    owned(({ handovers, promisedAt }) => handovers.map((handover) => handoverRow(handover, promisedAt))),
  );
  const promised = commits.filter(({ promisedAt }) => promisedAt !== null);
  await writeRows(
    client,
    'movePromises',
    promised.map(({ contactId, promisedAt }) => ({ contactId, promisedAt })),
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
  statement:
    | 'maskTranscripts'
    | 'insertFollowUps'
    | 'insertHandovers'
    | 'movePromises'
    | 'insertConsents'
    | 'insertUploadLinks',
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  await client.query({
    name: `commit.${statement}`,
    text: commitSql[statement],
    values: [storableJson(rows)],
  });
}
