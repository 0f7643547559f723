import { whatsAppLimits as limits } from '@/flows/schema/whatsapp-limits';
import { type Fields, fieldsOf, hasTwins, lengthProblem, listOf, matches, textProblem } from './field-problems';
import { fileProblem } from './file-problem';
import { type GraphError, invalid, missing, templateError, unsupported } from './graph-errors';
import type { FakeTemplate, Possessions } from './possessions';

/** What WhatsApp would refuse in a template message, by itself and beside the template as the account has it. */
export function validateTemplate(template: Fields, possessions: Possessions): GraphError | undefined {
  const language = fieldsOf(template.language).code;
  if (!matches(template.name, /^[a-z0-9_]{1,512}$/)) return missing("template['name']");
  if (!matches(language, /^[a-z]{2,3}(_[A-Z]{2})?$/)) return missing("template['language']['code']");
  const components = listOf(template.components);
  for (const component of components) {
    const problem = validateComponent(component, possessions);
    if (problem) return problem;
  }
  if (hasTwins(components.map(({ type, index }) => `${type} ${type === 'button' ? index : ''}`))) {
    return invalid('A component stands there twice.');
  }
  return compare(String(template.name), language, components, possessions.templates);
}

function validateComponent(component: Fields, possessions: Possessions): GraphError | undefined {
  const parameters = listOf(component.parameters);
  switch (component.type) {
    case 'header':
      return validateHeader(parameters, possessions);
    case 'body':
      return validateBody(parameters);
    case 'button':
      return validateButton(component, parameters);
    default:
      return invalid('Component type must be header, body or button.');
  }
}

function validateHeader(parameters: readonly Fields[], possessions: Possessions): GraphError | undefined {
  const [parameter = {}, ...more] = parameters;
  if (more.length > 0) return templateError(132000, 'header: a header takes one parameter.');
  if (parameter.type === 'text') return parameterProblem(parameter.text, limits.header);
  const kind = matches(parameter.type, /^(image|video|document)$/) ? parameter.type : undefined;
  if (kind === undefined) return templateError(132012, 'header: the parameter has an unknown type.');
  return fileProblem(fieldsOf(parameter[kind]), possessions);
}

function validateBody(parameters: readonly Fields[]): GraphError | undefined {
  for (const { type, text } of parameters) {
    if (type !== 'text') return templateError(132012, 'body: a parameter must be a text.');
    const problem = parameterProblem(text, limits.templateBody);
    if (problem) return problem;
  }
  const names = parameters.flatMap(({ parameter_name: name }) => name ?? []);
  if (names.length > 0 && names.length < parameters.length)
    return unsupported('Either all parameters have a name, or none.');
  if (hasTwins(names)) return templateError(132000, 'body: a parameter stands there twice.');
  if (!names.every((name) => matches(name, /^[a-z0-9_]+$/)))
    return templateError(132012, 'body: invalid parameter name.');
}

function validateButton({ sub_type: kind, index }: Fields, parameters: readonly Fields[]): GraphError | undefined {
  const [{ type, ...parameter } = {}, ...more] = parameters;
  if (!matches(index, /^\d$/)) return invalid('Button index must be "0" to "9".');
  if (more.length > 0) return templateError(132000, 'button: a button takes one parameter.');
  switch (kind) {
    case 'quick_reply':
      return type === 'payload' ? lengthProblem(parameter.payload, 'Button payload', limits.buttonId) : wrongButton;
    case 'url':
      return type === 'text' ? parameterProblem(parameter.text, 2000) : wrongButton;
    case 'copy_code':
      return type === 'coupon_code' ? lengthProblem(parameter.coupon_code, 'Coupon code', 15) : wrongButton;
    default:
      return invalid('Button sub_type must be quick_reply, url or copy_code.');
  }
}

const wrongButton = templateError(132012, 'button: the parameter does not fit the kind of the button.');

function parameterProblem(text: unknown, limit: number): GraphError | undefined {
  const problem = textProblem(text, "template['components']['parameters']['text']", limit);
  if (problem) return problem;
  if (matches(text, /[\n\t]| {5}/)) return templateError(132012, 'Param text cannot have new-line/tab or 5+ spaces.');
}

function compare(
  name: string,
  language: string,
  components: readonly Fields[],
  templates: readonly FakeTemplate[] | undefined,
): GraphError | undefined {
  if (!templates) return;
  const known = templates.find((candidate) => candidate.name === name && candidate.language === language);
  if (!known) return templateError(132001, `Template name (${name}) does not exist in ${language}.`);
  if (known.status === 'PAUSED') return templateError(132015, 'The template is paused because of its low quality.');
  if (known.status === 'DISABLED') return templateError(132016, 'The template was paused too often.');
  const count = parametersOf(components, 'body').length;
  if (known.variables !== count) {
    return templateError(132000, `body: number of params (${count}) does not match (${known.variables}).`);
  }
  const [head] = parametersOf(components, 'header');
  if (head?.type !== known.header) return templateError(132012, `header: expected ${known.header ?? 'no parameter'}.`);
  const buttons = components.flatMap(({ type, index }) => (type === 'button' ? Number(index) : []));
  const absent = known.buttons?.find((place) => !buttons.includes(place));
  if (absent !== undefined) return templateError(132000, `button: the one at ${absent} needs a parameter.`);
}

function parametersOf(components: readonly Fields[], type: string): Fields[] {
  return components.flatMap((component) => (component.type === type ? listOf(component.parameters) : []));
}
