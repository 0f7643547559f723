import type { PhoneMessage } from '@/flows/rendering/phone-message';
import type { IncomingContent } from '@/flows/schema/message';

/** What of a message says whether it is a reaction, and what reactions name it by. */
type ChatMessage = Readonly<
  | { direction: 'in'; id: string; content: IncomingContent }
  | { direction: 'out'; id: string; bubbles: readonly (PhoneMessage & Readonly<{ externalId: string | null }>)[] }
>;

/** A message that the server has not confirmed yet. */
type Unsent = Readonly<{
  clientId: string;
  content: IncomingContent | Readonly<{ type: 'file' }>;
  problem: string | null;
}>;

/** An emoji that one side put on a message of the other. */
export type Reaction = Readonly<{ by: 'business' | 'customer'; emoji: string }>;

type Placed = Readonly<{
  /** By the channel's id of the message that they stand on. */
  on: ReadonlyMap<string, readonly Reaction[]>;
  /** Whether this row is a reaction that stands on a message, and so is no bubble of its own. */
  isPlaced: (key: string) => boolean;
}>;

type Given = Readonly<{ key: string; to: string; by: Reaction['by']; emoji: string | null }>;

/** Puts reactions on the messages that they belong to; of each side the last one counts, and none when it was taken back. */
export function reactionsOf(messages: readonly ChatMessage[], unsent: readonly Unsent[]): Placed {
  const known = new Set(messages.flatMap(idsOf));
  const on = new Map<string, readonly Reaction[]>();
  const placed = new Set<string>();
  for (const { key, to, by, emoji } of [...messages.flatMap(givenIn), ...unsent.flatMap(givenUnsent)]) {
    if (!known.has(to)) continue;
    placed.add(key);
    const others = (on.get(to) ?? []).filter((reaction) => reaction.by !== by);
    on.set(to, emoji === null ? others : [...others, { by, emoji }]);
  }
  return { on, isPlaced: (key) => placed.has(key) };
}

function idsOf(message: ChatMessage): readonly string[] {
  if (message.direction === 'in') return [message.id];
  return message.bubbles.flatMap(({ externalId }) => externalId ?? []);
}

function givenIn(message: ChatMessage): readonly Given[] {
  if (message.direction === 'in') {
    const { id, content } = message;
    return content.type === 'reaction' ? [{ key: id, to: content.to, by: 'customer', emoji: content.emoji }] : [];
  }
  return message.bubbles.flatMap((bubble, index) =>
    bubble.type === 'reaction'
      ? // Meta takes one back by an empty emoji.
        [{ key: `${message.id}:${index}`, to: bubble.to, by: 'business' as const, emoji: bubble.emoji || null }]
      : [],
  );
}

/** One that did not arrive stays a bubble, with its reason and the way to send it again. */
function givenUnsent({ clientId, content, problem }: Unsent): readonly Given[] {
  if (content.type !== 'reaction' || problem !== null) return [];
  return [{ key: clientId, to: content.to, by: 'customer', emoji: content.emoji }];
}
