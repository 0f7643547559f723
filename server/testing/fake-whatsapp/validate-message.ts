import { z } from 'zod';
import { whatsAppLimits as limits, visibleLength } from '@/flows/schema/whatsapp-limits';
import { type GraphError, invalid, missing, templateError, unsupported } from './graph-errors';

/** A template that the account has, by name and language; `variables` is how many its body takes. */
export type FakeTemplate = { readonly name: string; readonly language: string; readonly variables: number };

/**
 * The first thing that WhatsApp would refuse in a message's body, or undefined. Knows the kinds that we send; written apart
 * from what renders them, so that one checks the other.
 */
export function validateMessage(body: Fields, templates?: readonly FakeTemplate[]): GraphError | undefined {
  if (body.messaging_product !== 'whatsapp') return unsupported('The parameter messaging_product is required.');
  return validateAddress(body) ?? validateCallbackData(body) ?? validateKind(body, templates);
}

export type Fields = Readonly<Record<string, unknown>>;

/** The object under a key; an empty one if there is none, so that its fields are found missing. */
export function fieldsOf(value: unknown): Fields {
  return fields.safeParse(value).data ?? {};
}

const fields = z.record(z.string(), z.unknown());

function validateAddress({ to, recipient, recipient_type: type }: Fields): GraphError | undefined {
  if (type !== undefined && type !== 'individual') return unsupported('Only individual recipients are supported here.');
  if (to === undefined && recipient === undefined) return unsupported('The parameter to is required.');
  if (to !== undefined && !matches(to, /^\+[1-9]\d{5,14}$/)) return invalid('Recipient phone number is not valid.');
  if (to === undefined && !matches(recipient, /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/)) {
    return invalid('Recipient user id is not valid.');
  }
}

function validateCallbackData({ biz_opaque_callback_data: data }: Fields): GraphError | undefined {
  if (data === undefined) return;
  return textProblem(data, 'biz_opaque_callback_data', limits.callbackData);
}

function validateKind(body: Fields, templates?: readonly FakeTemplate[]): GraphError | undefined {
  const kind = fieldsOf(body[typeof body.type === 'string' ? body.type : '']);
  switch (body.type) {
    case 'text':
      return textProblem(kind.body, "text['body']", limits.textBody);
    case 'image':
    case 'video':
    case 'document':
      return mediaProblem(kind) ?? optionalText(kind.caption, `${body.type}['caption']`, limits.mediaCaption);
    case 'audio':
      return kind.caption === undefined
        ? mediaProblem(kind)
        : unsupported("Unexpected key 'caption' on param 'audio'.");
    case 'interactive':
      return validateInteractive(kind);
    case 'template':
      return validateTemplate(kind, templates);
    default:
      return unsupported("Param 'type' must be one of the supported message types.");
  }
}

function mediaProblem({ id, link }: Fields): GraphError | undefined {
  if ((id === undefined) === (link === undefined)) return unsupported("Exactly one of 'id' and 'link' is required.");
  if (link !== undefined && !matches(link, /^https?:\/\/\S+$/))
    return unsupported("Param 'link' must be a web address.");
}

function validateInteractive(interactive: Fields): GraphError | undefined {
  const action = fieldsOf(interactive.action);
  const limit = interactive.type === 'button' ? limits.buttonsBody : 4096; // what the current page says of lists
  return (
    textProblem(fieldsOf(interactive.body).text, "interactive['body']['text']", limit) ??
    (interactive.footer === undefined
      ? undefined
      : textProblem(fieldsOf(interactive.footer).text, "interactive['footer']['text']", limits.footer)) ??
    (interactive.type === 'button'
      ? validateButtons(action)
      : interactive.type === 'list'
        ? validateList(action)
        : invalid('Unsupported interactive type.'))
  );
}

function validateButtons(action: Fields): GraphError | undefined {
  const buttons = arrayOf(action.buttons).map((button) => fieldsOf(button.reply));
  if (buttons.length < 1 || buttons.length > limits.buttons) {
    return invalid(`Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: ${limits.buttons}.`);
  }
  for (const { id, title } of buttons) {
    const problem =
      lengthProblem(title, 'Button title', limits.buttonTitle) ?? lengthProblem(id, 'Button id', limits.buttonId);
    if (problem) return problem;
  }
  if (hasTwins(buttons.map(({ title }) => title))) return invalid('Button title must be unique.');
  if (hasTwins(buttons.map(({ id }) => id))) return invalid('Button id must be unique.');
}

function validateList(action: Fields): GraphError | undefined {
  const sections = arrayOf(action.sections);
  const rows = sections.flatMap((section) => arrayOf(section.rows));
  if (sections.length < 1 || sections.length > limits.listSections) return invalid('Invalid sections count.');
  if (rows.length < 1 || rows.length > limits.listRows) {
    return invalid(`Total row count exceed max allowed count: ${limits.listRows}.`);
  }
  if (sections.length > 1 && sections.some(({ title }) => title === undefined)) return missing('section title');
  for (const { title } of sections) {
    const problem = title === undefined ? undefined : lengthProblem(title, 'Section title', limits.listSectionTitle);
    if (problem) return problem;
  }
  for (const { id, title, description } of rows) {
    const problem =
      lengthProblem(id, 'Row id', limits.rowId) ??
      lengthProblem(title, 'Row title', limits.rowTitle) ??
      (description === undefined ? undefined : lengthProblem(description, 'Row description', limits.rowDescription));
    if (problem) return problem;
  }
  if (hasTwins(rows.map(({ id }) => id))) return invalid('Row id must be unique.');
  return lengthProblem(action.button, 'Button label', limits.listButtonLabel);
}

function validateTemplate(template: Fields, templates?: readonly FakeTemplate[]): GraphError | undefined {
  const language = fieldsOf(template.language).code;
  if (!matches(template.name, /^[a-z0-9_]{1,512}$/)) return missing("template['name']");
  if (!matches(language, /^[a-z]{2,3}(_[A-Z]{2})?$/)) return missing("template['language']['code']");
  const parameters = arrayOf(template.components).flatMap(({ type, parameters }) => {
    return type === 'body' ? arrayOf(parameters) : [];
  });
  for (const { text } of parameters) {
    const problem = textProblem(text, "template['components']['parameters']['text']", limits.templateBody);
    if (problem) return problem;
    if (matches(text, /[\n\t]| {5}/)) return templateError(132012, 'Param text cannot have new-line/tab or 5+ spaces.');
  }
  if (!templates) return;
  const known = templates.find((candidate) => candidate.name === template.name && candidate.language === language);
  if (!known) return templateError(132001, `Template name (${template.name}) does not exist in ${language}.`);
  if (known.variables !== parameters.length) {
    return templateError(132000, `body: number of params (${parameters.length}) does not match (${known.variables}).`);
  }
}

function textProblem(text: unknown, parameter: string, limit: number): GraphError | undefined {
  if (text === undefined || text === '') return missing(parameter);
  if (typeof text !== 'string') return unsupported(`Param ${parameter} must be a string.`);
  if (text.trim() === '') return missing(parameter);
  if (visibleLength(text) > limit) return unsupported(`Param ${parameter} must be at most ${limit} characters long.`);
}

function optionalText(text: unknown, parameter: string, limit: number): GraphError | undefined {
  return text === undefined ? undefined : textProblem(text, parameter, limit);
}

function lengthProblem(text: unknown, what: string, limit: number): GraphError | undefined {
  const isFine = typeof text === 'string' && text.trim() !== '' && visibleLength(text) <= limit;
  return isFine ? undefined : invalid(`${what} length invalid. Min length: 1, Max length: ${limit}.`);
}

function arrayOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}

function hasTwins(values: readonly unknown[]): boolean {
  return new Set(values).size < values.length;
}

function matches(value: unknown, form: RegExp): value is string {
  return typeof value === 'string' && form.test(value);
}
