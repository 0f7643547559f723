import { compileTemplate } from '@/flows/expressions/template';
import { visibleLength } from '@/flows/schema/whatsapp-limits';

/** The characters of a text that are there whatever its placeholders say. */
export function fixedLength(text: string): number {
  if (!text.includes('{{')) return visibleLength(text);
  return compileTemplate(text).parts.reduce(
    (sum, part) => sum + (part.type === 'text' ? visibleLength(part.text) : 0),
    0,
  );
}
