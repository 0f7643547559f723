import type { Reply } from '../schema/turn-input';

/** The channel's id of the message that a turn answers, or undefined; an emoji of the customer's can't be answered. */
export function lastMessageOf(reply: Reply | null): string | undefined {
  return reply?.messages.findLast(({ content }) => content.type !== 'reaction')?.id;
}
