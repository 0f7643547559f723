import { beginningsInContact, wordsOf } from '../sealing/search-tokens';
import { numberIn } from './number-in';

/** A condition, and the values of its parameters. */
export type Named = { readonly sql: string; readonly values: readonly (readonly number[])[] };

/**
 * Whether contact `c` is found by a search: words of their names begin so, or it is their number in any shape. Parameters begin
 * at `$first`. An empty search finds everybody, one without a letter or a digit nobody.
 */
export function namedIn(search: string, first: number): Named {
  const number = numberIn(search);
  const queries = [wordsOf(search), number === null ? [] : [number]]
    .filter((words) => words.length > 0)
    .flatMap(beginningsInContact);
  if (queries.length === 0) return { sql: search.trim() === '' ? 'TRUE' : 'FALSE', values: [] };
  return { sql: `(${queries.map((_, at) => `c.tokens @> $${first + at}::int[]`).join(' OR ')})`, values: queries };
}
