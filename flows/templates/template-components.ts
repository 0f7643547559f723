import { z } from 'zod';
import {
  lender,
  namesIn,
  replaceNames,
  settleVariables,
  type TemplateContent,
  type TemplateTap,
} from './template-content';

/** A template's parts in the shape of the Graph API, variables numbered. */
export type TemplateComponents = readonly Readonly<Record<string, unknown>>[];

/**
 * A content in WhatsApp's shape. It takes what is half written too. `variableNames` is ours and never leaves: WhatsApp knows
 * numbers only, people and follow-ups know names.
 */
export function toComponents(content: TemplateContent): TemplateComponents {
  const { footer, buttons } = content;
  return [
    ...headerOf(content),
    bodyOf(content),
    ...(footer === '' ? [] : [{ type: 'FOOTER', text: footer }]),
    ...(buttons.length === 0 ? [] : [{ type: 'BUTTONS', buttons: buttons.map(toButton) }]),
  ];
}

/** The components as WhatsApp takes them. */
export function withoutNames(components: TemplateComponents): TemplateComponents {
  return components.map(({ variableNames: _ours, ...component }) => component);
}

/**
 * Components as people write them, or undefined where they hold what can't be written here (forms, catalogues, codes for
 * signing in, a map above the text).
 */
export function fromComponents(components: unknown): TemplateContent | undefined {
  const read = editable.safeParse(components);
  if (!read.success) return;
  let content: TemplateContent = { header: null, body: '', variables: [], footer: '', buttons: [] };
  for (const component of read.data) content = { ...content, ...partOf(component) };
  return content;
}

/** The names of the body's variables in the order in which a message gives their values. */
export function variablesOf(components: unknown): readonly string[] {
  const body = read(components).find(({ type }) => type === 'BODY');
  return body?.type === 'BODY' ? namesOf(body.text, body.variableNames) : [];
}

/** Whether the template was made with variables that WhatsApp knows by name; ours are numbered, and values are sent so. */
export function hasNamedVariables(components: unknown): boolean {
  return read(components).some(
    (component) =>
      (component.type === 'HEADER' || component.type === 'BODY') && namesIn(component.text ?? '').length > 0,
  );
}

const names = z.array(z.string()).optional().catch(undefined);
const samples = z.object({
  header_text: z.array(z.string()).optional().catch(undefined),
  header_handle: z.array(z.string()).optional().catch(undefined),
  body_text: z.array(z.array(z.string())).optional().catch(undefined),
  body_text_named_params: named(),
  header_text_named_params: named(),
});
const example = samples.optional().catch(undefined);

function named() {
  return z
    .array(z.object({ param_name: z.string(), example: z.string() }))
    .optional()
    .catch(undefined);
}

const button = z.discriminatedUnion('type', [
  z.object({ type: z.literal('QUICK_REPLY'), text: z.string() }),
  z.object({
    type: z.literal('URL'),
    text: z.string(),
    url: z.string(),
    example: z.array(z.string()).optional().catch(undefined),
  }),
  z.object({ type: z.literal('PHONE_NUMBER'), text: z.string(), phone_number: z.string() }),
  z.object({ type: z.literal('COPY_CODE'), example: z.union([z.string(), z.array(z.string())]).optional() }),
]);

const component = z.union([
  z.object({
    type: z.literal('HEADER'),
    format: z.enum(['TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT']),
    text: z.string().optional(),
    example,
    variableNames: names,
  }),
  z.object({ type: z.literal('BODY'), text: z.string(), example, variableNames: names }),
  z.object({ type: z.literal('FOOTER'), text: z.string() }),
  z.object({ type: z.literal('BUTTONS'), buttons: z.array(button) }),
]);
type Component = z.infer<typeof component>;

const editable = z.array(component);

/** The parts that can be read, whatever else is there. */
function read(components: unknown): readonly Component[] {
  const parts = z.array(z.unknown()).safeParse(components).data ?? [];
  return parts.flatMap((part) => component.safeParse(part).data ?? []);
}

function headerOf({ header }: TemplateContent): TemplateComponents {
  if (header === null) return [];
  if (header.type !== 'text') {
    const sample = header.handle === '' ? {} : { example: { header_handle: [header.handle] } };
    return [{ type: 'HEADER', format: header.type.toUpperCase(), ...sample }];
  }
  const variables = namesIn(header.text);
  const text = numbered(header.text, variables);
  const about = variables.length === 0 ? {} : { example: { header_text: [header.sample] }, variableNames: variables };
  return [{ type: 'HEADER', format: 'TEXT', text, ...about }];
}

function bodyOf(content: TemplateContent): TemplateComponents[number] {
  const variables = settleVariables(content);
  const variableNames = variables.map(({ name }) => name);
  const text = numbered(content.body, variableNames);
  if (variables.length === 0) return { type: 'BODY', text };
  return { type: 'BODY', text, example: { body_text: [variables.map(({ sample }) => sample)] }, variableNames };
}

function numbered(text: string, variables: readonly string[]): string {
  return replaceNames(text, (name) => (name === lender ? undefined : `{{${variables.indexOf(name) + 1}}}`));
}

function toButton(tap: TemplateTap): object {
  switch (tap.type) {
    case 'quickReply':
      return { type: 'QUICK_REPLY', text: tap.label };
    case 'url':
      return {
        type: 'URL',
        text: tap.label,
        url: tap.url,
        ...(tap.url.includes('{{') ? { example: [tap.sample] } : {}),
      };
    case 'phone':
      return { type: 'PHONE_NUMBER', text: tap.label, phone_number: tap.number };
    case 'copyCode':
      return { type: 'COPY_CODE', example: tap.sample };
    default:
      return tap satisfies never;
  }
}

function partOf(part: Component): Partial<TemplateContent> {
  switch (part.type) {
    case 'HEADER':
      return { header: toHeader(part) };
    case 'BODY': {
      const variableNames = namesOf(part.text, part.variableNames);
      const given = part.example?.body_text?.[0] ?? [];
      const byName = part.example?.body_text_named_params ?? [];
      const variables = variableNames.map((name, index) => ({
        name,
        sample: given[index] ?? byName.find((param) => param.param_name === name)?.example ?? '',
      }));
      return { body: withNames(part.text, variableNames), variables };
    }
    case 'FOOTER':
      return { footer: part.text };
    case 'BUTTONS':
      return { buttons: part.buttons.map(toTap) };
    default:
      return part satisfies never;
  }
}

function toHeader({ format, text = '', example, variableNames }: Extract<Component, { type: 'HEADER' }>) {
  switch (format) {
    case 'TEXT': {
      const sample = example?.header_text?.[0] ?? example?.header_text_named_params?.[0]?.example ?? '';
      return { type: 'text', text: withNames(text, namesOf(text, variableNames)), sample } as const;
    }
    case 'IMAGE':
      return { type: 'image', handle: example?.header_handle?.[0] ?? '' } as const;
    case 'VIDEO':
      return { type: 'video', handle: example?.header_handle?.[0] ?? '' } as const;
    case 'DOCUMENT':
      return { type: 'document', handle: example?.header_handle?.[0] ?? '' } as const;
    default:
      return format satisfies never;
  }
}

function toTap(tap: z.infer<typeof button>): TemplateTap {
  switch (tap.type) {
    case 'QUICK_REPLY':
      return { type: 'quickReply', label: tap.text };
    case 'URL':
      return { type: 'url', label: tap.text, url: tap.url, sample: tap.example?.[0] ?? '' };
    case 'PHONE_NUMBER':
      return { type: 'phone', label: tap.text, number: tap.phone_number };
    case 'COPY_CODE':
      return { type: 'copyCode', sample: [tap.example ?? ''].flat()[0] ?? '' };
    default:
      return tap satisfies never;
  }
}

/** Names of numbered variables by number: ours where they are kept, else made up. A text with names has its own. */
function namesOf(text: string, kept: readonly string[] | undefined): readonly string[] {
  const numbers = [...text.matchAll(numberedVariable)].map(([, number]) => Number(number));
  const count = Math.min(Math.max(0, ...numbers), mostVariables);
  if (count === 0) return namesIn(text);
  const named = Array.from({ length: count }, (_, index) => kept?.[index] ?? `value${index + 1}`);
  return new Set(named).size === count ? named : named.map((_, index) => `value${index + 1}`);
}

function withNames(text: string, variableNames: readonly string[]): string {
  return text.replace(numberedVariable, (whole, number: string) => {
    const name = variableNames[Number(number) - 1];
    return name === undefined ? whole : `{{${name}}}`;
  });
}

const mostVariables = 50;
const numberedVariable = /\{\{\s*(\d{1,3})\s*\}\}/g;
