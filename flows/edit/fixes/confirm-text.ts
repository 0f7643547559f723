import type { Flow } from '../../schema/flow';
import type { IssuePlace } from '../../schema/flow-issue';
import { setText } from '../set-text';
import { insideOf, jsonAt } from './json-at';

/** Writes a translation again as it stands, which says that it fits the text as that stands now. */
export function confirmText(flow: Flow, place: IssuePlace): Flow {
  const { state, rule, path, language } = place;
  if (path === undefined || language === undefined) return flow;
  const text = jsonAt(insideOf(flow, place), [...path.split('.'), language]);
  if (typeof text !== 'string') return flow;
  if (rule !== undefined) return setText(flow, { rule, path, language }, text);
  return state === undefined ? flow : setText(flow, { state, path, language }, text);
}
