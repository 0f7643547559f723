import { incomingContent, outgoingContent } from '@/flows/schema/message';
import { wordsOf } from '@/flows/schema/words-of';
import type { ContactView } from './conversation-view';
import { type ContactRow, selectSimulatedContacts } from './store';

/** The simulator's contacts, those with the newest message first. */
export async function listSimulatedContacts(): Promise<readonly ContactView[]> {
  return (await selectSimulatedContacts()).map(toContactView);
}

export function toContactView({ lastContent, optedOutAt, lastMessageAt, ...rest }: ContactRow): ContactView {
  return {
    ...rest,
    optedOutAt: optedOutAt?.toISOString() ?? null,
    lastMessageAt: lastMessageAt?.toISOString() ?? null,
    lastText: firstWords(lastContent),
  };
}

const LONGEST_PREVIEW = 120;

function firstWords(content: unknown): string | null {
  const words = wordsIn(content);
  return words === '' ? null : words.slice(0, LONGEST_PREVIEW);
}

function wordsIn(content: unknown): string {
  const heard = incomingContent.safeParse(content).data;
  if (heard && heard.type !== 'reaction') return wordsOf(heard);
  const said = outgoingContent.safeParse(content).data;
  if (!said || said.type === 'template') return '';
  if (said.type === 'media') return said.caption ?? '';
  return said.type === 'reaction' ? said.emoji : said.text;
}
