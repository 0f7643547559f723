import { type Actor, isAtLeast } from '../../auth/actor';
import { getPool } from '../../db/pool';
import { numberIn } from './number-in';

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
  const number = numberIn(search);
  if (!isAtLeast(role, 'officer')) return number === null ? [] : findByWholeNumber(number);
  const [named, said] = await Promise.all([findByName(search, number), findByMessages(search)]);
  return [...new Set([...named, ...said])];
}

async function findByName(search: string, number: string | null): Promise<readonly string[]> {
  const query = number === null ? 'search_query($1)' : 'search_query($1) || search_query($2)';
  const { rows } = await getPool().query<{ id: string }>(
    `SELECT id FROM contacts WHERE search @@ (${query}) LIMIT ${MOST_CONTACTS}`,
    number === null ? [search] : [search, number],
  );
  return rows.map(({ id }) => id);
}

async function findByWholeNumber(number: string): Promise<readonly string[]> {
  if (number.length !== 4 && number.length < 10) return [];
  const { rows } = await getPool().query<{ id: string }>(
    `SELECT id FROM contacts WHERE search @@ quote_literal($1)::tsquery LIMIT ${MOST_CONTACTS}`,
    [number],
  );
  return rows.map(({ id }) => id);
}

/** A frequent word is looked for among the newest messages only; a rare one among all. */
async function findByMessages(search: string): Promise<readonly string[]> {
  const said = saying(search);
  const recent = await selectRecent(said);
  const rare = recent.length < FREQUENT ? await selectAny(said) : [];
  return [...new Set([...recent, ...rare])];
}

/** A text-search query, with its parameters. */
type Said = Readonly<{ query: string; values: readonly string[] }>;

/** Whole words, but for the last one, which may be still being typed. */
function saying(search: string): Said {
  const words = search.split(/\s+/);
  const last = words.pop() ?? '';
  if (words.length === 0) return { query: 'search_query($1)', values: [last] };
  return { query: `(search_query($1) && search_query($2, ''))`, values: [last, words.join(' ')] };
}

/** Reads the messages themselves, the newest first: for a frequent word that is less than its index. */
async function selectRecent({ query, values }: Said): Promise<readonly string[]> {
  const { rows } = await getPool().query<{ contactId: string }>(
    `SELECT contact_id AS "contactId" FROM messages WHERE (search @@ ${query}) IS TRUE
       AND position > (SELECT last_value FROM messages_position_seq) - ${RECENT_MESSAGES}
     ORDER BY position DESC LIMIT ${MOST_BY_MESSAGES}`,
    [...values],
  );
  return rows.map(({ contactId }) => contactId);
}

async function selectAny({ query, values }: Said): Promise<readonly string[]> {
  const { rows } = await getPool().query<{ contactId: string }>(
    `SELECT contact_id AS "contactId" FROM (
       SELECT contact_id, position FROM messages WHERE search @@ ${query} LIMIT ${MOST_READ}) hit
     GROUP BY contact_id ORDER BY max(position) DESC LIMIT ${MOST_BY_MESSAGES}`,
    [...values],
  );
  return rows.map(({ contactId }) => contactId);
}
