import type { ChannelPayload } from '@/flows/rendering/channel-payload';
import { fromComponents, hasNamedVariables, variablesOf } from '@/flows/templates/template-components';
import { namesIn, type TemplateContent } from '@/flows/templates/template-content';

/** One language of the template that goes when the window is closed. */
export type FittingTemplate = Readonly<{ name: string; language: string; status: string; components: unknown }>;

export type TemplateInstead =
  | { readonly ok: true; readonly payload: ChannelPayload }
  /** Why none can go, for an officer. */
  | { readonly ok: false; readonly detail: string };

/**
 * The template as a message to somebody of whom no more than the name is known: in their language, else in English. Only an
 * approved one can go, and only one that asks for nothing but the name.
 */
export function templateInstead(
  templates: readonly FittingTemplate[],
  to: { readonly language: string; readonly name: string },
): TemplateInstead {
  const approved = templates.filter(({ status }) => status === 'APPROVED');
  const inLanguage = (code: string) => approved.find(({ language }) => language.split(/[_-]/)[0] === code);
  const template = inLanguage(to.language) ?? inLanguage('en');
  if (!template) return refused('is not approved in their language nor in English');
  const content = fromComponents(template.components);
  if (!content || !asksOnlyForName(content, template.components)) return refused('needs more than the name');
  return { ok: true, payload: messageOf(template, to.name) };
}

function refused(why: string): TemplateInstead {
  const detail = `The customer last wrote more than 24 hours ago, and the template that would go instead ${why}.`;
  return { ok: false, detail };
}

/** What a template may call a customer's name; a single variable without a name of its own is taken for it too. */
const wordsForName = new Set(['name', 'first_name', 'full_name', 'customer_name', 'customer']);

function asksOnlyForName({ header, buttons }: TemplateContent, components: unknown): boolean {
  const variables = variablesOf(components);
  const isName = (variable: string) => wordsForName.has(variable) || (variable === 'value1' && variables.length === 1);
  const hasPlainHeader = header === null || (header.type === 'text' && namesIn(header.text).length === 0);
  return (
    hasPlainHeader &&
    variables.every(isName) &&
    buttons.every((button) => button.type !== 'copyCode' && (button.type !== 'url' || !button.url.includes('{{')))
  );
}

function messageOf({ name: template, language, components }: FittingTemplate, name: string): ChannelPayload {
  const text = name.replace(/\s+/g, ' ').trim(); // WhatsApp takes no line breaks in a value
  const isNamed = hasNamedVariables(components);
  const parameters = variablesOf(components).map((variable) => {
    return { type: 'text' as const, text, ...(isNamed ? { parameter_name: variable } : {}) };
  });
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    type: 'template',
    template: {
      name: template,
      language: { code: language },
      components: parameters.length === 0 ? [] : [{ type: 'body', parameters }],
    },
  };
}
