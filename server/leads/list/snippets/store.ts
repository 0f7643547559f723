import { getPool } from '../../../db/pool';
import { messageWords } from '../../../sealing/sealed-message';
import { wordsOf } from '../../../sealing/search-tokens';
import { saidIn } from '../../search/said-in';
import { beginningOf } from '../../shown-words';

/** So many of somebody's newest messages that may have the words are read. */
const MOST_READ = 5;

/** By contact, the beginning of the newest message that has the words of a search; the last one may only begin so. */
export async function selectSnippets(
  contactIds: readonly string[],
  search: string,
): Promise<ReadonlyMap<string, string>> {
  const said = saidIn(search);
  if (said === null || contactIds.length === 0) return new Map();
  const queries = [...said.certain, ...said.possible];
  const isPossible = queries.map((_, at) => `m.tokens @> $${at + 2}::int[]`).join(' OR ');
  const { rows } = await getPool().query<{ contactId: string; content: unknown }>(
    `SELECT given.id AS "contactId", hit.content FROM unnest($1::uuid[]) AS given(id)
     CROSS JOIN LATERAL (SELECT m.content, m.position FROM messages m WHERE m.contact_id = given.id AND (${isPossible})
       ORDER BY m.position DESC LIMIT ${MOST_READ}) hit ORDER BY hit.position`,
    [contactIds, ...queries],
  );
  const wanted = wordsOf(search);
  const found = rows.map(({ contactId, content }) => ({ contactId, words: messageWords(content) }));
  const hits = found.filter(({ words }) => hasAll(wordsOf(words), wanted));
  return new Map(hits.map(({ contactId, words }) => [contactId, beginningOf(words)])); // the newest comes last
}

/** Tokens are shared by many words, so what they found is looked at. */
function hasAll(words: readonly string[], wanted: readonly string[]): boolean {
  const last = wanted.at(-1) ?? '';
  return wanted.slice(0, -1).every((word) => words.includes(word)) && words.some((word) => word.startsWith(last));
}
