import { whatsAppLimits as limits } from '@/flows/schema/whatsapp-limits';
import { type Fields, fieldsOf, hasTwins, lengthProblem, listOf, matches, textProblem } from './field-problems';
import { type GraphError, invalid, missing, unsupported } from './graph-errors';

/** What WhatsApp would refuse in an interactive message: reply buttons, a list, a link, a request for the location. */
export function validateInteractive(interactive: Fields): GraphError | undefined {
  const limit = interactive.type === 'list' ? 4096 : limits.buttonsBody; // what the current page says of lists
  return (
    textProblem(fieldsOf(interactive.body).text, "interactive['body']['text']", limit) ??
    validateEnds(interactive) ??
    validateAction(interactive)
  );
}

function validateEnds({ type, header, footer }: Fields): GraphError | undefined {
  if (type === 'location_request_message' && (header !== undefined || footer !== undefined)) {
    return unsupported('A location request has a body only.');
  }
  const ofFooter = footer === undefined ? undefined : fieldsOf(footer).text;
  if (footer !== undefined) {
    const problem = textProblem(ofFooter, "interactive['footer']['text']", limits.footer);
    if (problem) return problem;
  }
  const head = fieldsOf(header);
  if (header === undefined || head.type !== 'text') return;
  return textProblem(head.text, "interactive['header']['text']", limits.header);
}

function validateAction(interactive: Fields): GraphError | undefined {
  const action = fieldsOf(interactive.action);
  switch (interactive.type) {
    case 'button':
      return validateButtons(action);
    case 'list':
      return validateList(action);
    case 'cta_url':
      return validateLink(action);
    case 'location_request_message':
      return action.name === 'send_location' ? undefined : invalid('The action must be send_location.');
    default:
      return invalid('Unsupported interactive type.');
  }
}

function validateButtons(action: Fields): GraphError | undefined {
  const given = listOf(action.buttons);
  if (given.length < 1 || given.length > limits.buttons) {
    return invalid(`Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: ${limits.buttons}.`);
  }
  if (given.some(({ type }) => type !== 'reply')) return invalid('Button type must be reply.');
  const buttons = given.map((button) => fieldsOf(button.reply));
  for (const { id, title } of buttons) {
    const problem =
      lengthProblem(title, 'Button title', limits.buttonTitle) ?? lengthProblem(id, 'Button id', limits.buttonId);
    if (problem) return problem;
  }
  if (hasTwins(buttons.map(({ title }) => title))) return invalid('Button title must be unique.');
  if (hasTwins(buttons.map(({ id }) => id))) return invalid('Button id must be unique.');
}

function validateList(action: Fields): GraphError | undefined {
  const sections = listOf(action.sections);
  const rows = sections.flatMap((section) => listOf(section.rows));
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

function validateLink(action: Fields): GraphError | undefined {
  if (action.name !== 'cta_url') return invalid('The action must be cta_url.');
  const { display_text: label, url } = fieldsOf(action.parameters);
  if (!matches(url, /^https?:\/\/\S+$/)) return invalid('The url of the button must be a web address.');
  return lengthProblem(label, 'Button label', limits.buttonTitle); // 20 as well, Cloud API reference
}
