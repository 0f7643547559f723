import { fromComponents, variablesOf } from '@/flows/templates/template-components';
import type { Actor } from '../../auth/actor';
import { asksForBodyOnly, baseOf, filledBody, valueFor } from '../../followups/words/template-words';
import { listTemplates, type StoredTemplate } from '../../templates/store';
import type { FilledTemplate } from '../inbox-views';
import { type KnownOfContact, knownOfContact } from '../known/known-of-contact';

/**
 * The approved templates that may be sent outside the window, each in the customer's language where it is approved in it, else
 * in English, with its gaps filled with what is known. What wants more than words is left out.
 */
export async function templatesFor(
  actor: Pick<Actor, 'name'>,
  contactId: string,
  nowMs: number,
): Promise<readonly FilledTemplate[]> {
  const [stored, contact] = await Promise.all([listTemplates(), knownOfContact(contactId, nowMs)]);
  const approved = stored.filter(({ status }) => status === 'APPROVED');
  return [...new Set(approved.map(({ name }) => name))].flatMap((name) => {
    const languages = approved.filter((template) => template.name === name);
    const inLanguage = (code: string) => languages.find(({ language }) => baseOf(language) === code);
    const template = inLanguage(contact.language) ?? inLanguage('en');
    return template ? filled(template, contact, actor.name) : [];
  });
}

function filled(
  { name, language: code, category, components }: StoredTemplate,
  { known, world }: KnownOfContact,
  officer: string,
): readonly FilledTemplate[] {
  const shape = fromComponents(components);
  if (!shape || !asksForBodyOnly(shape)) return [];
  const language = baseOf(code);
  const variables = variablesOf(components).map((variable) => ({
    name: variable,
    value: variable === 'officer' ? officer : (valueFor(variable, known, language, world) ?? ''),
  }));
  const shown = variables.map(({ name: gap, value }) => value || `{{${gap}}}`);
  return [{ name, language, category, variables, preview: filledBody(components, shown) }];
}
