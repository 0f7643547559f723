import { z } from 'zod';

/** What WhatsApp takes a template for. It decides the price, and what a customer who wants no marketing still gets. */
export const templateCategory = z.enum(['MARKETING', 'UTILITY', 'AUTHENTICATION']);
export type TemplateCategory = z.infer<typeof templateCategory>;

const text = z.string().max(5000);

/** What stands above the body; `handle` is WhatsApp's name of the sample file that goes with it to the review. */
export const templateHead = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text, sample: text }),
  z.strictObject({ type: z.enum(['image', 'video', 'document']), handle: text }),
]);

/** What can be tapped below a template. A code's label is WhatsApp's own. */
export const templateTap = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('quickReply'), label: text }),
  /** `sample` is the whole address as it may look, where it ends with a variable. */
  z.strictObject({ type: z.literal('url'), label: text, url: text, sample: text }),
  z.strictObject({ type: z.literal('phone'), label: text, number: text }),
  z.strictObject({ type: z.literal('copyCode'), sample: text }),
]);
export type TemplateTap = Readonly<z.infer<typeof templateTap>>;

/** A value that is filled in when the template is sent: `{{ name }}` in the body. */
const variable = z.strictObject({ name: z.string().regex(/^[a-z][a-z0-9_]*$/), sample: text });
export type TemplateVariable = Readonly<z.infer<typeof variable>>;

/**
 * One language of a template as people write it: variables have names. WhatsApp numbers them in the order of `variables`,
 * which must be the same in every language; a text may name them in any order.
 */
export const templateContent = z.strictObject({
  header: templateHead.nullable(),
  body: text,
  variables: z.array(variable).max(50),
  footer: text,
  buttons: z.array(templateTap).max(20),
});
export type TemplateContent = Readonly<z.infer<typeof templateContent>>;

export const emptyTemplateContent: TemplateContent = { header: null, body: '', variables: [], footer: '', buttons: [] };

/** The names in a text, each once, in the order in which they come. */
export function namesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(namedVariable)].map(([, name = '']) => name))].filter((name) => name !== lender);
}

/** The text with each named variable replaced; `undefined` leaves it as it stands. */
export function replaceNames(text: string, find: (name: string) => string | undefined): string {
  return text.replace(namedVariable, (whole, name: string) => find(name) ?? whole);
}

/** The variables that the body names: known ones keep their place and sample, new ones come after them. */
export function settleVariables({ body, variables }: TemplateContent): TemplateVariable[] {
  const used = namesIn(body);
  const kept = variables.filter(({ name }) => used.includes(name));
  const added = used.filter((name) => kept.every((variable) => variable.name !== name));
  return [...kept, ...added.map((name) => ({ name, sample: '' }))];
}

/** The name that is no variable: the lender's own name, which is filled in before WhatsApp sees the text. */
export const lender = 'lender';

/** The content with the lender's name in it, as it goes to WhatsApp. */
export function nameLender(content: TemplateContent, lenderName: string): TemplateContent {
  const named = (words: string) => replaceNames(words, (name) => (name === lender ? lenderName : undefined));
  const { header, body, footer } = content;
  return {
    ...content,
    header: header?.type === 'text' ? { ...header, text: named(header.text) } : header,
    body: named(body),
    footer: named(footer),
  };
}

const namedVariable = /\{\{\s*([a-z][a-z0-9_]*)\s*\}\}/g;
