import type { Flow } from '../schema/flow';
import { sameJson } from './same-json';

type Records = Flow['translatedFrom'];

/** The records with those of one owner replaced; the same object when they were so already. */
export function withOwnRecords(records: Records, owner: string, own: Records): Records {
  const isOwn = ([key]: readonly [string, unknown]) => key.startsWith(`${owner}/`);
  const entries = Object.entries(records);
  if (sameJson(Object.fromEntries(entries.filter(isOwn)), own)) return records;
  return { ...Object.fromEntries(entries.filter((entry) => !isOwn(entry))), ...own };
}

/** The records with those of one owner under the keys of another: `<state or rule:id>`. */
export function withRenamedOwner(records: Records, owner: string, newOwner: string): Records {
  return Object.fromEntries(
    Object.entries(records).map(([key, record]) => [
      key.startsWith(`${owner}/`) ? newOwner + key.slice(owner.length) : key,
      record,
    ]),
  );
}
