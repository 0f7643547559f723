import { splitTemplate } from '../../expressions/split-template';
import { formatsIn, namesIn } from '../../expressions/syntax';
import { compileTemplate } from '../../expressions/template';
import { languageName } from '../../schema/language-name';
import type { CheckRule } from '../check-rule';

/** A translation shows the same values in the same formats as the original, in any order. */
export const translationPlaceholders: CheckRule = {
  code: 'translation.placeholders',
  severity: 'warning',
  find: ({ flow, texts }) =>
    texts.flatMap(({ place, text }) => {
      const original = text[flow.defaultLanguage] ?? '';
      const translations = Object.entries(text).filter(
        ([language, wording]) => language !== flow.defaultLanguage && wording.trim() !== '',
      );
      if (original.trim() === '' || !Object.values(text).some((wording) => wording.includes('{{'))) return [];
      return translations.flatMap(([language, wording]) => {
        if (hasSameSources(original, wording)) return [];
        const difference = differenceOf(placeholdersOf(original), placeholdersOf(wording));
        if (difference === '') return [];
        return [
          {
            place: { ...place, language },
            message: `The ${languageName(language)} text shows other values than the ${languageName(flow.defaultLanguage)} one: it ${difference}.`,
            fix: 'Use the same {{ }} with the same formats in every language.',
          },
        ];
      });
    }),
};

/** True when what stands in the placeholders is the same to the letter; then it need not be read. */
function hasSameSources(original: string, wording: string): boolean {
  const [one, other] = [sourcesIn(original), sourcesIn(wording)];
  return one.length === other.length && one.every((source, index) => source === other[index]);
}

function sourcesIn(text: string): string[] {
  return splitTemplate(text)
    .flatMap((piece) => (piece.type === 'placeholder' ? [piece.source.trim()] : []))
    .sort();
}

/** Each placeholder as the names it reads and the formats it uses; quoted words may differ between languages. */
function placeholdersOf(source: string): string[] {
  return compileTemplate(source)
    .parts.flatMap((part) => {
      if (part.type === 'text') return [];
      if (!part.expression) return [part.source];
      return [[namesIn(part.expression).join(', '), ...formatsIn(part.expression)].join(' | ')];
    })
    .sort();
}

function differenceOf(wanted: readonly string[], found: readonly string[]): string {
  const missing = without(wanted, found);
  const added = without(found, wanted);
  const parts = [
    ...(missing.length > 0 ? [`lacks ${missing.map(braced).join(', ')}`] : []),
    ...(added.length > 0 ? [`has ${added.map(braced).join(', ')}`] : []),
  ];
  return parts.join(' and ');
}

function without(items: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return items.filter((item) => {
    const index = left.indexOf(item);
    if (index !== -1) left.splice(index, 1);
    return index === -1;
  });
}

function braced(placeholder: string): string {
  return `{{ ${placeholder} }}`;
}
