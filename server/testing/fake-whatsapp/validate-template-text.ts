import { type Fields, fieldsOf, listOf, matches } from './field-problems';

/** A refusal in Meta's terms: the code is 100 where a subcode says more. */
export type TemplateRefusal = { readonly code?: number; readonly subcode?: number; readonly message: string };

/** The first thing that Meta would refuse in a template's text; written apart from `flows/templates/check-template.ts`. */
export function validateTemplateText(components: readonly Fields[]): TemplateRefusal | undefined {
  const body = components.find(({ type }) => type === 'BODY');
  if (!body || typeof body.text !== 'string' || body.text.trim() === '') {
    return { subcode: 2388072, message: 'A body is required.' };
  }
  for (const component of components) {
    const problem = validateComponent(component);
    if (problem) return problem;
  }
}

function validateComponent(component: Fields): TemplateRefusal | undefined {
  switch (component.type) {
    case 'HEADER':
      return stray(component, ['type', 'format', 'text', 'example']) ?? validateHeader(component);
    case 'BODY':
      return stray(component, ['type', 'text', 'example']) ?? validateBody(component);
    case 'FOOTER':
      return stray(component, ['type', 'text']) ?? validateFooter(component);
    case 'BUTTONS':
      return stray(component, ['type', 'buttons']) ?? validateButtons(listOf(component.buttons));
    default:
      return { message: 'Component type must be HEADER, BODY, FOOTER or BUTTONS.' };
  }
}

function stray(component: Fields, known: readonly string[]): TemplateRefusal | undefined {
  const key = Object.keys(component).find((one) => !known.includes(one));
  return key === undefined ? undefined : { message: `Unexpected key "${key}" on a component.` };
}

function validateHeader({ format, text, example }: Fields): TemplateRefusal | undefined {
  const samples = fieldsOf(example);
  if (format !== 'TEXT') {
    const [handle] = stringsOf(samples.header_handle);
    const isGiven = matches(format, /^(IMAGE|VIDEO|DOCUMENT)$/) && handle?.startsWith('4::');
    return isGiven ? undefined : { subcode: 2388047, message: 'A media header needs the handle of a sample.' };
  }
  const count = numbersIn(text).length;
  if (!fits(text, 60) || count > 1)
    return { subcode: 2388047, message: 'The header is too long or has two variables.' };
  if (stringsOf(samples.header_text).length !== count) return { message: 'The header needs an example.' };
}

function validateBody({ text, example }: Fields): TemplateRefusal | undefined {
  if (!fits(text, 1024)) return { subcode: 2388040, message: 'The body is too long.' };
  const words = String(text).trim();
  if (/^\{\{\d+\}\}|\{\{\d+\}\}\p{P}*$/u.test(words)) {
    return { subcode: 2388299, message: 'Variables can’t be at the start or end of the template.' };
  }
  const numbers = numbersIn(words);
  if (numbers.some((_, index) => !numbers.includes(index + 1)))
    return { message: 'Variables must be numbered from 1.' };
  const [samples] = Array.isArray(fieldsOf(example).body_text) ? [fieldsOf(example).body_text].flat() : [];
  if (stringsOf(samples).length !== numbers.length) return { message: 'Every variable needs an example.' };
  const others = words
    .replace(/\{\{\d+\}\}/g, ' ')
    .split(/\s+/)
    .filter(Boolean).length;
  if (numbers.length > 0 && others < 2 * numbers.length + 1) {
    return { subcode: 2388293, message: 'This template has too many variables for its length.' };
  }
  if (/\{\{(?!\d+\}\})/.test(words)) return { message: 'A variable must be a number.' };
}

function validateFooter({ text }: Fields): TemplateRefusal | undefined {
  const isFine = fits(text, 60) && text !== '' && !String(text).includes('{{');
  return isFine ? undefined : { subcode: 2388073, message: 'The footer is not valid.' };
}

function validateButtons(buttons: readonly Fields[]): TemplateRefusal | undefined {
  const of = (type: string) => buttons.filter((button) => button.type === type).length;
  if (buttons.length < 1 || buttons.length > 10 || of('URL') > 2 || of('PHONE_NUMBER') > 1 || of('COPY_CODE') > 1) {
    return { message: 'There are too many buttons, or none.' };
  }
  const kinds = buttons.map(({ type }) => (type === 'QUICK_REPLY' ? 'q' : 'o')).join('');
  if (!/^(q*o*|o*q*)$/.test(kinds)) return { message: 'Quick replies must stand together.' };
  for (const { type, text } of buttons) {
    if (!matches(type, /^(QUICK_REPLY|URL|PHONE_NUMBER|COPY_CODE)$/)) return { message: 'Unknown button type.' };
    if (type !== 'COPY_CODE' && (!fits(text, 25) || text === '')) return { message: 'A button’s text is not valid.' };
  }
}

function fits(text: unknown, limit: number): text is string {
  return typeof text === 'string' && text.length <= limit;
}

function numbersIn(text: unknown): readonly number[] {
  const found = [...String(text ?? '').matchAll(/\{\{(\d+)\}\}/g)].map(([, number]) => Number(number));
  return [...new Set(found)];
}

function stringsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
