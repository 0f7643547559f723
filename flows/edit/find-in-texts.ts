import type { CheckedText } from '../check/checked-text';
import type { Flow } from '../schema/flow';
import type { IssuePlace } from '../schema/flow-issue';
import type { LanguageCode } from '../schema/language';
import { findInText, type Matching, type TextRange } from './find-in-text';
import type { TextTarget } from './set-text';
import { targetOf, textsOf } from './texts';

/** `languages`: only in these; absent: in all. */
export type TextSearch = Matching & Readonly<{ languages?: readonly LanguageCode[] }>;

/** A text in one language that says what was looked for, and where in it. */
export type FoundText = Readonly<{
  key: string;
  place: IssuePlace;
  target: TextTarget;
  language: LanguageCode;
  text: string;
  ranges: readonly TextRange[];
}>;

/** All texts of a flow that say something, in the order of the document. */
export function findInTexts(flow: Flow, query: string, search: TextSearch = {}): FoundText[] {
  if (query === '') return [];
  return textsOf(flow).flatMap((checked) => foundIn(checked, query, search));
}

function foundIn(checked: CheckedText, query: string, search: TextSearch): FoundText[] {
  return Object.entries(checked.text).flatMap(([language, text]): FoundText[] => {
    if (search.languages && !search.languages.includes(language)) return [];
    const ranges = findInText(text, query, search);
    if (ranges.length === 0) return [];
    const { key, place } = checked;
    return [{ key, place: { ...place, language }, target: targetOf(checked, language), language, text, ranges }];
  });
}
