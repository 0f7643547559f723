import type { Choice, IncomingContent, OutgoingContent, TemplateHeader } from '../schema/message';
import { wordsOf } from '../schema/words-of';

/** What a customer reads in a message, as plain text; choices stand in square brackets on a line of their own. */
export function textOfContent(content: OutgoingContent): string {
  switch (content.type) {
    case 'text':
      return content.text;
    case 'buttons':
      return joined([content.text, content.footer, titlesOf(content.buttons)]);
    case 'list':
      return joined([content.text, content.footer, titlesOf(content.rows)]);
    case 'link':
      return joined([content.text, content.footer, `[${content.label}] ${content.url}`]);
    case 'locationRequest':
      return content.text;
    case 'media':
      return joined([content.caption, `[${content.kind}] ${content.url}`]);
    case 'reaction':
      return content.emoji;
    case 'template':
      return joined([`[${content.name}]`, headerWords(content.header), ...content.variables]);
    default:
      return content satisfies never;
  }
}

/** What a customer sent, as plain text; what has no words stands in square brackets. */
export function textOfIncoming(content: IncomingContent): string {
  const words = wordsOf(content);
  return words === '' ? `[${kindOfIncoming(content)}]` : words;
}

/** The name of a kind, as finely as it is told apart: a voice note is not a picture. */
export function kindOfIncoming(content: IncomingContent): string {
  return content.type === 'media' || content.type === 'unsupported' ? content.kind : content.type;
}

function headerWords(header: TemplateHeader | undefined): string | undefined {
  return header?.type === 'text' ? header.text : header && `[${header.type}] ${header.url}`;
}

function titlesOf(choices: readonly Choice[]): string {
  return choices.map(({ title }) => `[${title}]`).join(' ');
}

function joined(lines: readonly (string | undefined)[]): string {
  return lines.filter((line) => line !== undefined && line !== '').join('\n');
}
