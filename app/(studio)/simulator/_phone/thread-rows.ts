import type { PhoneContent } from '../../_phone/phone-content';
import { shownContent, wordsOfBubble } from '../../_phone/shown-content';
import type { Tick } from '../../_phone/Ticks';
import { type Reaction, reactionsOf } from '../../_phone/thread-reactions';
import type { ChatMessage, Unsent } from '../conversation-types';

export type BubbleRow = Readonly<{
  type: 'bubble';
  key: string;
  by: 'business' | 'customer';
  /** The first of several in a row by the same side: it has the tail. */
  isFirst: boolean;
  at: string;
  content: PhoneContent;
  /** The words of the message that it answers visibly. */
  quoted: string | null;
  /** What stands on it, the newest of each side. */
  reactions: readonly Reaction[];
  language: string | null;
  messageId: string | null;
  /** Of a message of ours: what a reaction names it by, once the channel has taken it. */
  externalId: string | null;
  turnId: string | null;
  tick: Tick | null;
  /** Why a message of the business did not go out. */
  problem: string | null;
  unsent: Unsent | null;
}>;
export type ThreadRow = BubbleRow | Readonly<{ type: 'day'; key: string; at: string }>;

/** A conversation as the rows of a chat: days, bubbles with their tails, and what is still on its way at the end. */
export function threadRows(messages: readonly ChatMessage[], unsent: readonly Unsent[]): ThreadRow[] {
  const rows: ThreadRow[] = [];
  const { on, isPlaced } = reactionsOf(messages, unsent);
  const words = wordsById(messages);
  const bubbles = [...messages.flatMap((message) => bubblesOf(message, words)), ...unsent.map(unsentBubble)];
  let previous: BubbleRow | undefined;
  for (const bubble of bubbles) {
    if (isPlaced(bubble.key)) continue;
    const isNewDay = !previous || dayOf(previous.at) !== dayOf(bubble.at);
    if (isNewDay) rows.push({ type: 'day', key: `day:${dayOf(bubble.at)}`, at: bubble.at });
    const reactions = on.get(bubble.externalId ?? bubble.messageId ?? '') ?? [];
    rows.push({ ...bubble, reactions, isFirst: isNewDay || previous?.by !== bubble.by });
    previous = bubble;
  }
  return rows;
}

/** What each message says, by the id that a quotation names it by. */
function wordsById(messages: readonly ChatMessage[]): ReadonlyMap<string, string> {
  return new Map(
    messages.flatMap((message) =>
      message.direction === 'in'
        ? [[message.id, wordsOfBubble(shownContent(message.content, message.file))] as const]
        : message.bubbles.flatMap((bubble) =>
            bubble.externalId === null ? [] : [[bubble.externalId, wordsOfBubble(bubble)] as const],
          ),
    ),
  );
}

function bubblesOf(message: ChatMessage, words: ReadonlyMap<string, string>): BubbleRow[] {
  const { at, turnId } = message;
  const shared = { type: 'bubble', isFirst: false, reactions: [], at, turnId, unsent: null } as const;
  if (message.direction === 'in') {
    const own = { by: 'customer', language: null, externalId: null, problem: null } as const;
    const content = shownContent(message.content, message.file);
    const quoted = message.quotes === null ? null : (words.get(message.quotes) ?? null);
    return [{ ...shared, ...own, key: message.id, messageId: message.id, content, quoted, tick: tickOf(message) }];
  }
  return message.bubbles.map((content, index) => ({
    ...shared,
    by: 'business',
    key: `${message.id}:${index}`,
    content,
    quoted: words.get(content.quotes ?? '') ?? null,
    language: message.language,
    messageId: message.id,
    externalId: content.externalId,
    tick: null,
    problem: message.problem?.detail ?? null,
  }));
}

/** A message is accepted (✓), in a turn (✓✓), and read (blue) once the bot has answered it. */
function tickOf(message: Extract<ChatMessage, { direction: 'in' }>): Tick {
  switch (message.status) {
    case 'handled':
      return 'read';
    case 'ignored':
      return 'delivered';
    case 'dead':
      return 'failed';
    case 'pending':
      return message.turnId === null ? 'sent' : 'delivered';
    default:
      return message.status satisfies never;
  }
}

function unsentBubble(unsent: Unsent): BubbleRow {
  const { content, clientId, at, problem } = unsent;
  return {
    type: 'bubble',
    key: clientId,
    by: 'customer',
    isFirst: false,
    at,
    content:
      content.type === 'file'
        ? { ...content, file: null, caption: null, transcript: null }
        : shownContent(content, null),
    quoted: null,
    reactions: [],
    language: null,
    messageId: null,
    externalId: null,
    turnId: null,
    tick: problem === null ? 'clock' : 'failed',
    problem,
    unsent,
  };
}

/** The day in the timezone of the person who looks. */
function dayOf(at: string): string {
  return new Date(at).toDateString();
}
