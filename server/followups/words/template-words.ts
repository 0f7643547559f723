import type { ChannelPayload } from '@/flows/rendering/channel-payload';
import { renderMessages } from '@/flows/rendering/render-messages';
import type { OutgoingContent } from '@/flows/schema/message';
import { customerSlots, type SlotKind, type SlotName } from '@/flows/schema/slots';
import { fromComponents, hasNamedVariables, variablesOf } from '@/flows/templates/template-components';
import { namesIn, type TemplateContent } from '@/flows/templates/template-content';
import { firstKnown, type KnownFacts, type WordsWorld } from './known-facts';

/** One language of the template that goes when the 24 hours are over. */
export type FollowUpTemplate = Readonly<{
  name: string;
  language: string;
  category: string;
  status: string;
  components: unknown;
}>;

export type TemplateWords =
  | {
      readonly ok: true;
      readonly content: OutgoingContent;
      readonly payload: ChannelPayload;
      readonly language: string;
      readonly isMarketing: boolean;
      /** As the customer reads it. */
      readonly text: string;
    }
  /** `template.missing`: none that may be sent. `template.unfit`: it asks for what we don't know. */
  | { readonly ok: false; readonly code: 'template.missing' | 'template.unfit' };

/**
 * The template as a message to somebody, in their language where it is approved in it, else in English, else in any. Its
 * variables are filled by their names: the customer's name, their property, or any slot.
 */
export function templateWords(
  templates: readonly FollowUpTemplate[],
  known: KnownFacts,
  spoken: string,
  world: WordsWorld,
): TemplateWords {
  const approved = templates.filter(({ status }) => status === 'APPROVED');
  const inLanguage = (code: string) => approved.find(({ language }) => baseOf(language) === code);
  const template = inLanguage(spoken) ?? inLanguage('en') ?? approved[0];
  if (!template) return { ok: false, code: 'template.missing' };
  const content = fromComponents(template.components);
  const language = baseOf(template.language);
  const names = variablesOf(template.components);
  const values = names.map((name) => valueFor(name, known, language, world));
  if (!content || !asksForBodyOnly(content) || !values.every((value) => value !== undefined)) {
    return { ok: false, code: 'template.unfit' };
  }
  const said: OutgoingContent = { type: 'template', name: template.name, language, variables: values };
  const payload = payloadOf(said, template);
  const text = filledBody(template.components, values);
  return { ok: true, content: said, payload, language, isMarketing: template.category === 'MARKETING', text };
}

/** The body of a template with its variables, in their order, filled in. */
export function filledBody(components: unknown, values: readonly string[]): string {
  const names = variablesOf(components);
  const filled = new Map(names.map((name, index) => [name, values[index] ?? '']));
  const body = fromComponents(components)?.body ?? values.join(', ');
  return body.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => filled.get(name) ?? whole);
}

/** The language of WhatsApp's code for it: "en" of "en_IN". */
export function baseOf(language: string): string {
  return language.split(/[_-]/)[0] ?? language;
}

/** Whether what stands above and below the body needs nothing from us. */
export function asksForBodyOnly({ header, buttons }: TemplateContent): boolean {
  const isPlain = header === null || (header.type === 'text' && namesIn(header.text).length === 0);
  return (
    isPlain && buttons.every((button) => button.type !== 'copyCode' && !('url' in button && button.url.includes('{{')))
  );
}

/** What a template may call the customer's name. */
const wordsForName = new Set(['name', 'first_name', 'full_name', 'customer_name', 'customer']);

/** What a variable of a template says of this customer; undefined where we don't know it. */
export function valueFor(name: string, known: KnownFacts, language: string, world: WordsWorld): string | undefined {
  const pack = world.packs[language] ?? world.packs.en;
  if (wordsForName.has(name)) return String(known.get('name') ?? pack?.messages.neutralName ?? '');
  if (name === 'property') return firstKnown(pack?.followups.property ?? [], known, language, world);
  return isSlot(name)
    ? firstKnown([`{{ ${name}${formats[customerSlots[name].kind]} }}`], known, language, world)
    : undefined;
}

function isSlot(name: SlotName): name is keyof typeof customerSlots {
  return Object.hasOwn(customerSlots, name);
}

const formats: Readonly<Record<SlotKind, string>> = {
  amountInr: ' | lakhCrore',
  months: ' | months',
  choice: ' | label',
  place: ' | city',
  dateTime: ' | dateTime',
  number: ' | number',
  text: '',
  boolean: '',
};

/** In WhatsApp's own code for the language (`en_IN`), with names where it knows the variables by name. */
export function payloadOf(content: OutgoingContent, { language, components }: FollowUpTemplate): ChannelPayload {
  const [payload] = renderMessages(content);
  if (payload?.type !== 'template') throw new Error('A template makes one message.');
  const names = hasNamedVariables(components) ? variablesOf(components) : [];
  return {
    ...payload,
    template: {
      ...payload.template,
      language: { code: language },
      components: payload.template.components.map((part) =>
        part.type === 'body'
          ? { ...part, parameters: part.parameters.map((given, index) => named(given, names[index])) }
          : part,
      ),
    },
  };
}

function named<Parameter extends object>(parameter: Parameter, name: string | undefined): Parameter {
  return name === undefined ? parameter : { ...parameter, parameter_name: name };
}
