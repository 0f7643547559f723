import { formatsIn, namesIn } from '../../expressions/syntax';
import { compileTemplate, type TemplatePart } from '../../expressions/template';
import type { Flow } from '../../schema/flow';
import type { IssuePlace } from '../../schema/flow-issue';
import { setText } from '../set-text';
import { type FixRule, safeFix } from './fix';
import { insideOf, jsonAt } from './json-at';

/** Where a translation shows the same values in other formats, it takes those of the original. */
export const translationPlaceholders: FixRule = {
  code: 'translation.placeholders',
  fixes: ({ place }, flow) =>
    reformatted(flow, place) === null
      ? []
      : [
          safeFix('formats', 'Use the formats of the original', (now) => {
            const text = reformatted(now, place);
            return text === null ? now : written(now, place, text);
          }),
        ],
};

function written(flow: Flow, { state, rule, path = '', language = '' }: IssuePlace, text: string): Flow {
  if (rule !== undefined) return setText(flow, { rule, path, language }, text);
  return state === undefined ? flow : setText(flow, { state, path, language }, text);
}

type Placeholder = Extract<TemplatePart, { type: 'placeholder' }>;

/** The translation with its odd placeholders replaced by the original's of the same names; null when they don't match up. */
function reformatted(flow: Flow, place: IssuePlace): string | null {
  const path = place.path?.split('.') ?? [];
  const original = jsonAt(insideOf(flow, place), [...path, flow.defaultLanguage]);
  const translation = jsonAt(insideOf(flow, place), [...path, place.language ?? '']);
  if (typeof original !== 'string' || typeof translation !== 'string') return null;
  const ours = placeholdersOf(translation);
  const missing = without(placeholdersOf(original), ours);
  const odd = without(ours, placeholdersOf(original));
  if (odd.length === 0 || odd.length !== missing.length) return null;
  let text = translation;
  for (const placeholder of odd.toReversed()) {
    const index = missing.findLastIndex((other) => namesOf(other) === namesOf(placeholder));
    const [meant] = index === -1 ? [] : missing.splice(index, 1);
    if (!meant) return null;
    const at = text.indexOf(placeholder.source, placeholder.at);
    text = text.slice(0, at) + meant.source + text.slice(at + placeholder.source.length);
  }
  return text;
}

function placeholdersOf(text: string): Placeholder[] {
  return compileTemplate(text).parts.filter((part) => part.type === 'placeholder');
}

function without(items: readonly Placeholder[], others: readonly Placeholder[]): Placeholder[] {
  const left = others.map(meaningOf);
  return items.filter((item) => {
    const index = left.indexOf(meaningOf(item));
    if (index !== -1) left.splice(index, 1);
    return index === -1;
  });
}

function meaningOf(placeholder: Placeholder): string {
  const { expression, source } = placeholder;
  return expression ? [namesOf(placeholder), ...formatsIn(expression)].join('|') : source;
}

function namesOf({ expression, source }: Placeholder): string {
  return expression ? namesIn(expression).join() : source;
}
