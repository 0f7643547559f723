import type { Flow } from '../../schema/flow';
import type { IssuePlace } from '../../schema/flow-issue';
import { changeInside } from './change-inside';
import { withoutJsonAt } from './json-at';

/** Removes a part of a state's data or of a rule: an entry, or an item of a list. What can't go without it stays. */
export function removePart(flow: Flow, place: IssuePlace, path: readonly string[]): Flow {
  return changeInside(flow, place, (inside) => withoutJsonAt(inside, path));
}
