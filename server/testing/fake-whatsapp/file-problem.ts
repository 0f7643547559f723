import { type Fields, matches } from './field-problems';
import { type GraphError, invalid, unsupported } from './graph-errors';
import type { Possessions } from './possessions';

/** What is wrong with how a file is named: by its address, or by the id under which it was uploaded. */
export function fileProblem({ id, link }: Fields, { hasFile }: Possessions): GraphError | undefined {
  if ((id === undefined) === (link === undefined)) return unsupported("Exactly one of 'id' and 'link' is required.");
  if (link !== undefined && !matches(link, /^https?:\/\/\S+$/)) {
    return unsupported("Param 'link' must be a web address.");
  }
  if (id !== undefined && (typeof id !== 'string' || hasFile?.(id) === false)) {
    return invalid('The file does not exist, or was uploaded for another number.');
  }
}
