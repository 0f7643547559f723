import type { PhoneContent } from '../../_phone/BubbleContent';
import type { Tick } from '../../_phone/Ticks';
import type { ChatMessage, Unsent } from '../conversation-types';

export type BubbleRow = Readonly<{
  type: 'bubble';
  key: string;
  by: 'business' | 'customer';
  /** The first of several in a row by the same side: it has the tail. */
  isFirst: boolean;
  at: string;
  content: PhoneContent;
  language: string | null;
  messageId: string | null;
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
  let previous: BubbleRow | undefined;
  for (const bubble of [...messages.flatMap(bubblesOf), ...unsent.map(unsentBubble)]) {
    const isNewDay = !previous || dayOf(previous.at) !== dayOf(bubble.at);
    if (isNewDay) rows.push({ type: 'day', key: `day:${dayOf(bubble.at)}`, at: bubble.at });
    rows.push({ ...bubble, isFirst: isNewDay || previous?.by !== bubble.by });
    previous = bubble;
  }
  return rows;
}

function bubblesOf(message: ChatMessage): BubbleRow[] {
  const shared = { type: 'bubble', isFirst: false, at: message.at, turnId: message.turnId, unsent: null } as const;
  if (message.direction === 'in') {
    const { content, status } = message;
    const problem = null;
    const own = {
      ...shared,
      by: 'customer',
      messageId: message.id,
      language: null,
      tick: tickOf(message),
      problem,
    } as const;
    if (content.type === 'unsupported') return [{ ...own, key: message.id, content }];
    const text = content.type === 'text' ? content.text : content.title;
    return [
      { ...own, key: message.id, content: { type: 'text', text }, tick: status === 'dead' ? 'failed' : own.tick },
    ];
  }
  return message.bubbles.map((content, index) => ({
    ...shared,
    by: 'business',
    key: `${message.id}:${index}`,
    content,
    language: message.language,
    messageId: message.id,
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
  const { content } = unsent;
  return {
    type: 'bubble',
    key: unsent.clientId,
    by: 'customer',
    isFirst: false,
    at: unsent.at,
    content: { type: 'text', text: content.type === 'text' ? content.text : content.title },
    language: null,
    messageId: null,
    turnId: null,
    tick: unsent.problem === null ? 'clock' : 'failed',
    problem: unsent.problem,
    unsent,
  };
}

/** The day in the timezone of the person who looks. */
function dayOf(at: string): string {
  return new Date(at).toDateString();
}
