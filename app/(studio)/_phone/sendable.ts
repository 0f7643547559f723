import type { IncomingContent } from '@/flows/schema/message';

/** What a customer can send from a phone that is drawn here. */
export type Sendable = Extract<IncomingContent, { type: (typeof sendableTypes)[number] }>;

const sendableTypes = ['text', 'choice', 'location', 'contacts', 'reaction'] as const;

export function isSendable(content: IncomingContent): content is Sendable {
  return sendableTypes.some((type) => type === content.type);
}
