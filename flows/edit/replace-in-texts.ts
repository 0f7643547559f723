import { fingerprint } from '../schema/fingerprint';
import { type Flow, fingerprintOf } from '../schema/flow';
import { type FoundText, findInTexts, type TextSearch } from './find-in-texts';
import { groupBy } from './group-by';
import { setTexts, type TextChange } from './set-text';
import { textsOf } from './texts';

/** Which of what was found: its text and language, and the ranges that are meant. */
export type ChosenText = Pick<FoundText, 'key' | 'language' | 'ranges'>;

/**
 * Writes something else wherever the texts say something, or only where it was chosen. Translations of an original that
 * changes get stale, unless they are changed along with it; one that was stale or a draft before stays so.
 */
export function replaceInTexts(
  flow: Flow,
  query: string,
  replacement: string,
  search: TextSearch = {},
  chosen?: readonly ChosenText[],
): Flow {
  const found = chosen ? chosenAmong(findInTexts(flow, query, search), chosen) : findInTexts(flow, query, search);
  const byKey = groupBy(found, ({ key }) => key);
  const originals = new Map(textsOf(flow).map(({ key, text }) => [key, text[flow.defaultLanguage] ?? '']));
  const changes = [...byKey].flatMap(([key, texts]) =>
    changesOf(flow, key, originals.get(key) ?? '', texts, replacement),
  );
  return setTexts(flow, changes);
}

function chosenAmong(found: readonly FoundText[], chosen: readonly ChosenText[]): FoundText[] {
  const starts = new Map(
    chosen.map(({ key, language, ranges }) => [`${language} ${key}`, new Set(ranges.map(({ start }) => start))]),
  );
  return found.flatMap((text) => {
    const wanted = starts.get(`${text.language} ${text.key}`);
    const ranges = text.ranges.filter(({ start }) => wanted?.has(start));
    return ranges.length > 0 ? [{ ...text, ranges }] : [];
  });
}

/** The original first, so that translations are written to the text that will stand there. */
function changesOf(
  flow: Flow,
  key: string,
  original: string,
  texts: readonly FoundText[],
  replacement: string,
): TextChange[] {
  const ownLanguage = texts.filter(({ language }) => language === flow.defaultLanguage);
  const translations = texts.filter(({ language }) => language !== flow.defaultLanguage);
  return [
    ...ownLanguage.map((found) => ({ target: found.target, text: replaced(found, replacement) })),
    ...translations.map((found): TextChange => {
      const source = flow.translatedFrom[key]?.[found.language];
      const change = { target: found.target, text: replaced(found, replacement) };
      const isDraft = typeof source === 'object';
      const wasStale = source !== undefined && fingerprintOf(source) !== fingerprint(original);
      return {
        ...change,
        ...(isDraft ? { author: 'model' } : {}),
        ...(wasStale ? { madeFrom: fingerprintOf(source) } : {}),
      };
    }),
  ];
}

function replaced({ text, ranges }: FoundText, replacement: string): string {
  let result = '';
  let at = 0;
  for (const { start, end } of ranges) {
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}
