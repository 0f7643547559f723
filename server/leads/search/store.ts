import { type Actor, isAtLeast } from '../../auth/actor';
import { namedIn } from '../../contacts/named-in';
import { numberIn } from '../../contacts/number-in';
import { getPool } from '../../db/pool';
import { messageWords } from '../../sealing/sealed-message';
import { type TokenQuery, wholeWords, wordsOf } from '../../sealing/search-tokens';
import { type Said, saidIn } from './said-in';

/** Contacts that one search finds, at most: by what they are called, and by what was said. */
const MOST_CONTACTS = 5_000;
const MOST_BY_MESSAGES = 2_000;
/** How many of the newest messages are read, in how many of them a word is frequent, and how many hits of a rare one count. */
const RECENT_MESSAGES = 60_000;
const FREQUENT = 300;
const MOST_READ = 20_000;

/**
 * Whom a search finds: words as names and messages have them (the beginning of a word is enough), or a number in any shape.
 * A viewer finds whole numbers and last digits only: what is masked for them must not be found out letter by letter.
 */
export async function findContacts(search: string, { role }: Pick<Actor, 'role'>): Promise<readonly string[]> {
  if (!isAtLeast(role, 'officer')) return findByWholeNumber(numberIn(search));
  const [named, said] = await Promise.all([findByName(search), findByMessages(search)]);
  return [...new Set([...named, ...said])];
}

async function findByName(search: string): Promise<readonly string[]> {
  if (search.trim() === '') return [];
  const { sql, values } = namedIn(search, 1);
  return selectIds(`SELECT c.id FROM contacts c WHERE ${sql} LIMIT ${MOST_CONTACTS}`, values);
}

async function findByWholeNumber(number: string | null): Promise<readonly string[]> {
  if (number === null || (number.length !== 4 && number.length < 10)) return [];
  const queries = wholeWords([number]);
  const { sql } = containing(queries, 1);
  return selectIds(`SELECT id FROM contacts WHERE ${sql} LIMIT ${MOST_CONTACTS}`, queries);
}

/** A frequent word is looked for among the newest messages only; a rare one among all. */
async function findByMessages(search: string): Promise<readonly string[]> {
  const said = saidIn(search);
  if (said === null) return [];
  const certain = await findSaid(said.certain, null);
  if (certain.length >= FREQUENT) return certain; // enough people said the very word
  return [...new Set([...certain, ...(await findSaid(said.possible, said.beginning))])];
}

async function findSaid(queries: TokenQuery, beginning: Said['beginning'] | null): Promise<readonly string[]> {
  if (queries.length === 0) return [];
  const recent = await selectSaid(recentSql, queries, beginning);
  const rare = recent.length < FREQUENT ? await selectSaid(anySql, queries, beginning) : [];
  return [...new Set([...recent, ...rare])];
}

/** Reads the messages themselves, the newest first: for a frequent word that is less than its index. */
const recentSql = (condition: string, content: string) => `
  SELECT contact_id AS id, ${content} AS content FROM messages WHERE (${condition}) IS TRUE
    AND position > (SELECT last_value FROM messages_position_seq) - ${RECENT_MESSAGES}
  ORDER BY position DESC LIMIT ${MOST_BY_MESSAGES}`;

const anySql = (condition: string, content: string) => `
  SELECT id, content FROM (
    SELECT contact_id AS id, ${content} AS content, position FROM messages WHERE ${condition} LIMIT ${MOST_READ}) hit
  ORDER BY position DESC LIMIT ${MOST_BY_MESSAGES}`;

/** Whose messages are found; of those where a word only may begin so, what was said is read. */
async function selectSaid(
  sqlOf: typeof recentSql,
  queries: TokenQuery,
  beginning: string | null,
): Promise<readonly string[]> {
  const { sql } = containing(queries, 1);
  const { rows } = await getPool().query<{ readonly id: string; readonly content: unknown }>(
    sqlOf(sql, beginning === null ? 'NULL' : 'content'),
    [...queries],
  );
  const hits =
    beginning === null
      ? rows
      : rows.filter(({ content }) => wordsOf(messageWords(content)).some((word) => word.startsWith(beginning)));
  return [...new Set(hits.map(({ id }) => id))];
}

/** Whether all tokens of one of these queries are there. */
function containing(queries: TokenQuery, first: number): { readonly sql: string } {
  return { sql: queries.map((_, at) => `tokens @> $${first + at}::int[]`).join(' OR ') };
}

async function selectIds(sql: string, values: TokenQuery): Promise<readonly string[]> {
  const { rows } = await getPool().query<{ readonly id: string }>(sql, [...values]);
  return rows.map(({ id }) => id);
}
