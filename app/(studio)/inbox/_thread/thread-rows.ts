import { words } from '@/app/_words/en';
import type { PhoneContent } from '../../_phone/phone-content';
import { shownContent, wordsOfBubble } from '../../_phone/shown-content';
import type { Tick } from '../../_phone/Ticks';
import { type Reaction, reactionsOf } from '../../_phone/thread-reactions';
import type { Unsent } from '../_composer/unsent-store';
import type { Note, ThreadMessage } from '../inbox-types';
import { type DrawnMessage, drawnMessage } from './drawn-message';

const texts = words.inbox.conversation;

export type BubbleRow = Readonly<{
  type: 'bubble';
  key: string;
  by: 'business' | 'customer';
  /** The first of several in a row by the same person: it has the tail and the name. */
  isFirst: boolean;
  author: string | null;
  at: string;
  content: PhoneContent;
  quoted: string | null;
  reactions: readonly Reaction[];
  language: string | null;
  /** What facts name it by, and what is translated. */
  messageId: string | null;
  turnId: string | null;
  externalId: string | null;
  tick: Tick | null;
  isCancelled: boolean;
  problem: string | null;
  unsent: Unsent | null;
}>;

export type ThreadRow =
  | BubbleRow
  | Readonly<{ type: 'day'; key: string; at: string }>
  | Readonly<{ type: 'unread'; key: 'unread' }>
  | Readonly<{ type: 'note'; key: string; note: Note }>;

type Parts = Readonly<{
  messages: readonly ThreadMessage[];
  notes: readonly Note[];
  unsent: readonly Unsent[];
  /** How far it had been read when it was opened; null while that is not known. */
  readBefore: string | null;
  /** Whether there are older messages that were not read yet. */
  hasMore: boolean;
}>;

/** A conversation as officers read it: days, bubbles with their authors, notes where they were written, and the line above what is new. */
export function threadRows({ messages, notes, unsent, readBefore, hasMore }: Parts): ThreadRow[] {
  const drawn = messages.map(drawnMessage);
  const { on, isPlaced } = reactionsOf(drawn, []);
  const said = wordsById(drawn);
  const entries: Timed[] = [
    ...drawn.flatMap((message) => bubblesOf(message, said)).filter(({ row }) => !isPlaced(row.key)),
    ...notesWithin(notes, hasMore ? (messages[0]?.at ?? null) : null).map(noteEntry),
  ];
  entries.sort((one, other) => one.at.localeCompare(other.at));
  const rows: ThreadRow[] = [];
  let previous: ThreadRow | undefined;
  let isNewShown = false;
  for (const { at, position, row } of [...entries, ...unsent.map((message) => unsentEntry(message, said))]) {
    const isNewDay = previous === undefined || dayOf(timeOf(previous)) !== dayOf(at);
    if (isNewDay) rows.push({ type: 'day', key: `day:${dayOf(at)}`, at });
    const isNew: boolean = !isNewShown && isUnread(row, position, readBefore);
    if (isNew) rows.push({ type: 'unread', key: 'unread' });
    isNewShown ||= isNew;
    const reactions = row.type === 'bubble' ? (on.get(row.externalId ?? row.messageId ?? '') ?? []) : [];
    const placed =
      row.type === 'bubble' ? { ...row, reactions, isFirst: isNewDay || isNew || !isSameAuthor(previous, row) } : row;
    rows.push(placed);
    previous = placed;
  }
  return rows;
}

/** How many messages of the customer are below the line above what is new. */
export function countUnread(messages: readonly ThreadMessage[], readBefore: string | null): number {
  if (readBefore === null) return 0;
  return messages.filter(({ direction, position }) => direction === 'in' && isAfter(position, readBefore)).length;
}

type Timed = Readonly<{ at: string; position: string | null; row: BubbleRow | Extract<ThreadRow, { type: 'note' }> }>;

function isUnread(row: Timed['row'], position: string | null, readBefore: string | null): boolean {
  return row.type === 'bubble' && row.by === 'customer' && readBefore !== null && isAfter(position, readBefore);
}

/** What still waits for its place is after everything that has one. */
function isAfter(position: string | null, place: string): boolean {
  return position === null || BigInt(position) > BigInt(place);
}

function isSameAuthor(previous: ThreadRow | undefined, row: BubbleRow): boolean {
  return previous?.type === 'bubble' && previous.by === row.by && previous.author === row.author;
}

function timeOf(row: ThreadRow): string {
  if (row.type === 'note') return row.note.createdAt;
  return row.type === 'unread' ? '' : row.at;
}

/** Notes of before the oldest message that is shown come with the messages that they stand among. */
function notesWithin(notes: readonly Note[], from: string | null): readonly Note[] {
  return from === null ? notes : notes.filter(({ createdAt }) => createdAt >= from);
}

function noteEntry(note: Note): Timed {
  return { at: note.createdAt, position: null, row: { type: 'note', key: `note:${note.id}`, note } };
}

/** What each message says, by the id that a quotation names it by. */
function wordsById(messages: readonly DrawnMessage[]): ReadonlyMap<string, string> {
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

function bubblesOf(message: DrawnMessage, said: ReadonlyMap<string, string>): Timed[] {
  const { at, position, turnId, id } = message;
  const shared = { ...plain, at, turnId, messageId: id } as const;
  if (message.direction === 'in') {
    const content = shownContent(message.content, message.file);
    const quoted = message.quotes === null ? null : (said.get(message.quotes) ?? null);
    const problem = message.status === 'dead' ? texts.dead : null;
    return [{ at, position, row: { ...shared, key: id, by: 'customer', content, quoted, problem } }];
  }
  const { authorName, language, status, problem } = message;
  return message.bubbles.map((content, index) => ({
    at,
    position,
    row: {
      ...shared,
      key: `${id}:${index}`,
      by: 'business',
      // Of somebody who is gone no name is left.
      author: authorName === null ? texts.bot : authorName || texts.formerOfficer,
      content,
      quoted: said.get(content.quotes ?? '') ?? null,
      language,
      externalId: content.externalId,
      tick: ticks[status],
      isCancelled: status === 'cancelled',
      problem: status === 'unknown' ? texts.unknown : (problem?.detail ?? null),
    },
  }));
}

const plain = {
  type: 'bubble',
  isFirst: false,
  author: null,
  quoted: null,
  reactions: [],
  language: null,
  messageId: null,
  turnId: null,
  externalId: null,
  tick: null,
  isCancelled: false,
  problem: null,
  unsent: null,
} as const;

const ticks = {
  queued: 'clock',
  sending: 'clock',
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  failed: 'failed',
  unknown: 'failed',
  cancelled: null,
} as const satisfies Record<Extract<ThreadMessage, { direction: 'out' }>['status'], Tick | null>;

function unsentEntry(unsent: Unsent, said: ReadonlyMap<string, string>): Timed {
  const { clientId, at, author, content, problem } = unsent;
  const quoted = 'quotes' in content ? (said.get(content.quotes ?? '') ?? null) : null;
  const shown = { author, at, content: contentOf(content), quoted, problem, unsent };
  const tick = problem === null ? 'clock' : 'failed';
  return { at, position: null, row: { ...plain, ...shown, key: clientId, by: 'business', tick } };
}

function contentOf(content: Unsent['content']): PhoneContent {
  switch (content.type) {
    case 'text':
      return { type: 'text', text: content.text };
    case 'template':
      return { type: 'text', text: content.preview };
    case 'file':
      return {
        type: 'file',
        kind: content.kind,
        file: null,
        filename: content.filename,
        caption: null,
        transcript: null,
      };
    default:
      return content satisfies never;
  }
}

/** The day in the timezone of the person who looks. */
function dayOf(at: string): string {
  return new Date(at).toDateString();
}
