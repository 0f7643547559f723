import type { IncomingContent } from './message';

/**
 * The words that a customer said with a message: what there is to understand in it. A tap is its title, a voice note its
 * transcript, a place its name and address; a kind without words gives none.
 */
export function wordsOf(content: IncomingContent): string {
  switch (content.type) {
    case 'text':
      return content.text;
    case 'choice':
      return content.title;
    case 'media':
      return content.caption ?? content.transcript?.text ?? '';
    case 'location':
      return [content.name, content.address].filter((part) => part !== undefined && part !== '').join(', ');
    case 'form':
      return content.text;
    case 'order':
      return content.text ?? '';
    case 'contacts':
    case 'reaction':
    case 'unsupported':
      return '';
    default:
      return content satisfies never;
  }
}
