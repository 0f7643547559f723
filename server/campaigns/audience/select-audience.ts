import type { ChannelId } from '../../channels/channel';
import type { CampaignAudience } from '../plan/campaign-plan';
import type { AudienceMember } from './audience-member';
import { columnNames } from './column-names';
import { type MemberPage, type MemberRow, type Queryable, readImportState, selectMembers } from './store';

const pageSize = 1_000;

/**
 * Everybody of an audience, page by page (1,000 each), always in the same order. `after` is the `cursor` of the last one that
 * was dealt with; null begins. Whether somebody may be written to is not asked here.
 */
export async function* selectAudience(
  client: Queryable,
  audience: CampaignAudience,
  channel: ChannelId,
  after: string | null = null,
): AsyncGenerator<readonly AudienceMember[]> {
  const file = audience.type === 'import' ? await readImportState(client, audience.importId) : undefined;
  const names = columnNames(file?.columns ?? []);
  for (let cursor = after; ; ) {
    const rows = await selectMembers(client, audience, { channel, after: cursor, limit: pageSize });
    if (rows.length > 0) yield rows.map((row) => memberOf(row, names));
    if (rows.length < pageSize) return;
    cursor = rows.at(-1)?.cursor ?? cursor;
  }
}

/** The first few of an audience, or of those in it who speak a language. */
export async function firstMembers(
  client: Queryable,
  audience: CampaignAudience,
  { channel, language, limit }: Omit<MemberPage, 'after'>,
): Promise<readonly AudienceMember[]> {
  const file = audience.type === 'import' ? await readImportState(client, audience.importId) : undefined;
  const names = columnNames(file?.columns ?? []);
  const rows = await selectMembers(client, audience, { channel, after: null, limit, language: language ?? null });
  return rows.map((row) => memberOf(row, names));
}

function memberOf({ facts, cells, ...row }: MemberRow, names: readonly string[]): AudienceMember {
  const columns = Object.fromEntries(names.flatMap((name, index) => named(name, cells?.[index])));
  return { ...row, slots: facts ?? {}, columns };
}

function named(name: string, cell: string | undefined): readonly (readonly [string, string])[] {
  return cell ? [[name, cell]] : [];
}
