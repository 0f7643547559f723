import { incomingContent, outgoingContent } from '@/flows/schema/message';
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
  const said = outgoingContent.safeParse(content).data ?? incomingContent.safeParse(content).data;
  if (!said) return null;
  if ('text' in said) return said.text.slice(0, LONGEST_PREVIEW);
  return said.type === 'choice' ? said.title : null;
}
