import { replaceNames } from '@/flows/templates/template-content';
import type { FilledTemplate } from '../inbox-types';

/** The server's preview with what was typed: gaps that were empty are filled, and what was known is replaced where it stands first. */
export function fillPreview({ variables, preview }: FilledTemplate, values: readonly string[]): string {
  const filled = replaceNames(preview, (name) => {
    const index = variables.findIndex((variable) => variable.name === name);
    return values[index] || undefined;
  });
  return variables.reduce((text, { value }, index) => {
    const typed = values[index] ?? '';
    return value === '' || typed === '' || typed === value ? text : text.replace(value, () => typed);
  }, filled);
}
