import type { TemplateContent } from './template-content';
import { error, type TemplateIssue, type TemplatePlace } from './template-issue';
import { wordsNeeded } from './template-limits';

/** What WhatsApp would refuse about the variables of a body. */
export function checkVariables({ body, variables }: TemplateContent): readonly TemplateIssue[] {
  const text = body.trim();
  const inBody = { part: 'body' } as const;
  return [
    ...variables.flatMap(({ name, sample }, index) => checkSample(name, sample, { part: 'variables', index })),
    ...checkBraces(text),
    ...(startsWithVariable.test(text) || endsWithVariable.test(text)
      ? [error('variable.atEdge', inBody, 'The message can neither begin nor end with a variable. Add a word.')]
      : []),
    ...(adjacentVariables.test(text)
      ? [error('variable.adjacent', inBody, 'Put a word between two variables: a space is not enough.')]
      : []),
    ...checkRatio(text),
  ];
}

function checkSample(name: string, sample: string, place: TemplatePlace): readonly TemplateIssue[] {
  if (sample.trim() === '') {
    return [error('variable.withoutSample', place, `Give “${name}” a sample value: the review needs it.`)];
  }
  // What a value may not have when a message is sent (132018), the sample may not have either.
  if (!/[\n\t]| {5}/.test(sample)) return [];
  return [error('variable.malformedSample', place, `The sample of “${name}” must be one line.`)];
}

/** Whatever else stands in braces would be taken for a variable by WhatsApp. */
function checkBraces(text: string): readonly TemplateIssue[] {
  if (!/[{}]{2}/.test(text.replace(variable, ''))) return [];
  const message = 'Write a variable as {{name}}: small letters, digits and underscores, beginning with a letter.';
  return [error('variable.malformed', { part: 'body' }, message)];
}

function checkRatio(text: string): readonly TemplateIssue[] {
  const count = text.match(variable)?.length ?? 0;
  if (count === 0) return [];
  const words = text
    .replace(variable, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  if (words >= wordsNeeded(count)) return [];
  const message = `Too few words for ${count === 1 ? 'a variable' : `${count} variables`}: write at least ${wordsNeeded(count)}, there are ${words}.`;
  return [error('variable.tooMany', { part: 'body' }, message)];
}

const variable = /\{\{\s*[a-z][a-z0-9_]*\s*\}\}/g;
// Punctuation doesn't count as text here.
const startsWithVariable = /^[^\p{L}\p{N}{]*\{\{/u;
const endsWithVariable = /\}\}[^\p{L}\p{N}]*$/u;
const adjacentVariables = /\}\}[^\p{L}\p{N}]*\{\{/u;
