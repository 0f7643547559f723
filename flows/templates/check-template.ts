import { languageName } from '../schema/language-name';
import { checkButtons } from './check-buttons';
import { checkVariables } from './check-variables';
import { namesIn, type TemplateCategory, type TemplateContent } from './template-content';
import { error, type TemplateIssue, warning } from './template-issue';
import { templateLimits as limits, templateLength } from './template-limits';

type Checked = Readonly<{
  name: string;
  language: string;
  category: TemplateCategory;
  /** With the lender's name in it: that is what WhatsApp counts. */
  content: TemplateContent;
  /** The same template in the language that the others are translated from; null for that language itself. */
  original: TemplateContent | null;
}>;

/** What WhatsApp would refuse in one language of a template, as far as its rules are known. */
export function checkTemplate({ name, language, category, content, original }: Checked): readonly TemplateIssue[] {
  return [
    ...checkName(name),
    ...checkCategory(category),
    ...checkHeader(content),
    ...checkBody(content, category),
    ...checkVariables(content),
    ...checkFooter(content),
    ...checkButtons(content.buttons),
    ...(original ? checkTranslation(content, original, languageName(language)) : []),
  ];
}

/** A name's faults, which are the same in every language. */
export function checkName(name: string): readonly TemplateIssue[] {
  const place = { part: 'name' } as const;
  if (name === '') return [error('name.missing', place, 'Give the template a name.')];
  if (!/^[a-z0-9_]+$/.test(name)) {
    return [error('name.malformed', place, 'A name has small letters a–z, digits and underscores only.')];
  }
  if (name.length <= limits.name) return [];
  return [error('name.tooLong', place, `A name has at most ${limits.name} characters.`)];
}

function checkCategory(category: TemplateCategory): readonly TemplateIssue[] {
  if (category !== 'AUTHENTICATION') return [];
  const message = 'Codes for signing in have a fixed form at WhatsApp. Make such a template in WhatsApp Manager.';
  return [error('category.unsupported', { part: 'category' }, message)];
}

function checkHeader({ header }: TemplateContent): readonly TemplateIssue[] {
  if (header === null) return [];
  const place = { part: 'header' } as const;
  if (header.type !== 'text') {
    const isHandle = header.handle !== '' && !/^https?:/.test(header.handle); // WhatsApp lists an address, and takes none
    return isHandle ? [] : [error('header.withoutSample', place, `Add a sample ${header.type} for the review.`)];
  }
  const variables = namesIn(header.text);
  return [
    ...(header.text.trim() === '' ? [error('header.empty', place, 'Write the header, or take it out.')] : []),
    ...tooLong(header.text, limits.header, 'header', 'header.tooLong'),
    ...(variables.length > 1 ? [error('header.variables', place, 'A header has one variable at most.')] : []),
    ...(variables.length === 1 && header.sample.trim() === ''
      ? [error('header.withoutSample', place, 'Give the header’s variable a sample value.')]
      : []),
    ...(/[\n*_~`]/.test(header.text.replace(/\{\{.*?\}\}/g, ''))
      ? [error('header.formatted', place, 'A header is one line without *bold*, _italics_ or other formatting.')]
      : []),
  ];
}

function checkBody({ body }: TemplateContent, category: TemplateCategory): readonly TemplateIssue[] {
  const place = { part: 'body' } as const;
  if (body.trim() === '') return [error('body.empty', place, 'Write the message.')];
  const tooMuch = tooLong(body, limits.body, 'body', 'body.tooLong');
  if (tooMuch.length > 0 || category !== 'MARKETING') return tooMuch;
  const emoji = body.match(/\p{Extended_Pictographic}/gu)?.length ?? 0;
  return [
    ...(templateLength(body) > limits.marketingBody
      ? [warning('body.longMarketing', place, `Marketing over ${limits.marketingBody} characters is often refused.`)]
      : []),
    ...(emoji > limits.marketingEmoji
      ? [warning('body.manyEmoji', place, `Marketing with over ${limits.marketingEmoji} emoji is often refused.`)]
      : []),
  ];
}

function checkFooter({ footer }: TemplateContent): readonly TemplateIssue[] {
  const place = { part: 'footer' } as const;
  return [
    ...tooLong(footer, limits.footer, 'footer', 'footer.tooLong'),
    ...(/\{\{/.test(footer) ? [error('footer.variable', place, 'A footer has no variables.')] : []),
    ...(footer.includes('\n') ? [error('footer.lines', place, 'A footer is one line.')] : []),
  ];
}

/** Values are given in one order for all languages, and a text that was copied is still to be translated. */
function checkTranslation(content: TemplateContent, original: TemplateContent, language: string) {
  const namesOf = ({ variables }: TemplateContent) => variables.map(({ name }) => name);
  const found: TemplateIssue[] = [];
  if (content.body.trim() !== '' && content.body === original.body) {
    found.push(error('body.untranslated', { part: 'body' }, `This is still to be written in ${language}.`));
  }
  if (namesOf(content).join() !== namesOf(original).join()) {
    const wanted = namesOf(original).join(', ') || 'none';
    const message = `Use the same variables in the same order as the other languages: ${wanted}.`;
    found.push(error('variables.different', { part: 'variables' }, message));
  }
  return found;
}

function tooLong(text: string, limit: number, part: 'header' | 'body' | 'footer', code: string) {
  const length = templateLength(text);
  if (length <= limit) return [];
  return [error(code, { part }, `The ${part} has ${length} characters; WhatsApp takes ${limit}.`)];
}
