import type { Choice, IncomingContent, OutgoingContent } from '../schema/message';

/** What a customer reads in a message, as plain text; choices stand in square brackets on a line of their own. */
export function textOfContent(content: OutgoingContent): string {
  switch (content.type) {
    case 'text':
      return content.text;
    case 'buttons':
      return joined([content.text, content.footer, titlesOf(content.buttons)]);
    case 'list':
      return joined([content.text, content.footer, titlesOf(content.rows)]);
    case 'media':
      return joined([content.caption, `[${content.kind}] ${content.url}`]);
    case 'template':
      return joined([`[${content.name}]`, ...content.variables]);
    default:
      return content satisfies never;
  }
}

/** What a customer sent, as plain text; a tap is its title, and a kind that can't be read stands in square brackets. */
export function textOfIncoming(content: IncomingContent): string {
  if (content.type === 'unsupported') return `[${content.kind}]`;
  return content.type === 'text' ? content.text : content.title;
}

function titlesOf(choices: readonly Choice[]): string {
  return choices.map(({ title }) => `[${title}]`).join(' ');
}

function joined(lines: readonly (string | undefined)[]): string {
  return lines.filter((line) => line !== undefined && line !== '').join('\n');
}
