import type { TurnEvent } from '@/flows/schema/events';
import type { PlayChanges, TurnChange } from './compare-plays';
import { type Play, type PlayedBubble, type PlayedTurn, type SaidPart, turnKey } from './play';
import { turnsUntil } from './play-way';
import type { Tryout, TryStep } from './tryout';

export type CustomerRow = Readonly<{
  type: 'customer';
  key: string;
  step: number;
  text: string;
  at: string;
  isFirst: boolean;
  /** True where the customer tapped a choice instead of writing. */
  isTap: boolean;
  /** What came of it: told under the last message of a burst; null while it is being played. */
  turn: PlayedTurn | null;
  isLastOfStep: boolean;
}>;

export type BusinessRow = Readonly<{
  type: 'business';
  key: string;
  at: string;
  isFirst: boolean;
  /** The states that it is made by, each with its first text; none while it is the one that spoke before. */
  speakers: readonly SaidPart[];
  was: PlayedBubble | null;
  is: PlayedBubble | null;
  isChanged: boolean;
}>;

/** What happened beside messages, for a line between them. */
export type TryNote =
  | Exclude<TryStep, { type: 'said' | 'tapped' }>
  | Readonly<{ type: 'happened'; event: NotableEvent }>
  | Readonly<{ type: 'way'; was: string; is: string }>;

export type NoteRow = Readonly<{ type: 'note'; key: string; at: string; note: TryNote }>;

export type TryRow = CustomerRow | BusinessRow | NoteRow;

type Shown = Readonly<{ tryout: Tryout; play: Play | null; changes: PlayChanges; lookedAt: number | null }>;

/** A try-out as the rows of a chat, up to the turn that is looked at. */
export function tryRows({ tryout, play, changes, lookedAt }: Shown): readonly TryRow[] {
  const turns = turnsUntil(play, lookedAt);
  const last = lookedAt === null ? tryout.steps.length - 1 : (turns.at(-1)?.step ?? -1);
  const steps = tryout.steps.slice(0, last + 1);
  const nowhere = turns.at(-1)?.at ?? tryout.start.now;
  const rows = [
    ...turns.filter(({ step }) => step === -1).flatMap((turn) => rowsOfTurn(turn, changes.turns.get(turnKey(turn)))),
    ...steps.flatMap((step, index) => {
      const taken = turns.filter((turn) => turn.step === index);
      const at = taken[0]?.at ?? nowhere;
      return [
        ...rowsOfStep(step, index, at, taken[0] ?? null),
        ...taken.flatMap((turn) => rowsOfTurn(turn, changes.turns.get(turnKey(turn)))),
        ...(lookedAt === null ? goneRows(index, taken, changes, at) : []),
      ];
    }),
  ];
  return withTails(rows);
}

function rowsOfStep(step: TryStep, index: number, at: string, turn: PlayedTurn | null): TryRow[] {
  const own = { type: 'customer', step: index, at, isFirst: false } as const;
  if (step.type === 'tapped') {
    return [{ ...own, key: `${index}:tap`, text: step.title, isTap: true, turn, isLastOfStep: true }];
  }
  if (step.type !== 'said') return [{ type: 'note', key: `${index}:note`, at, note: step }];
  return step.texts.map((text, place) => {
    const isLastOfStep = place === step.texts.length - 1;
    return { ...own, key: `${index}:${place}:said`, text, isTap: false, turn, isLastOfStep };
  });
}

function rowsOfTurn(turn: PlayedTurn, change: TurnChange | undefined): TryRow[] {
  const key = turnKey(turn);
  const bubbles = change?.bubbles ?? turn.bubbles.map((is) => ({ was: null, is, isChanged: false }));
  const events = turn.events.filter(isNotable);
  return [
    ...bubbles.map((bubble, index) => businessRow(`${key}:${index}`, turn.at, bubble)),
    ...events.map((event, index): TryRow => {
      return { type: 'note', key: `${key}:event:${index}`, at: turn.at, note: { type: 'happened', event } };
    }),
    ...(change?.way ? [wayRow(key, turn.at, change.way)] : []),
  ];
}

/** Turns that are no more: what they had said still stands against nothing. */
function goneRows(step: number, taken: readonly PlayedTurn[], changes: PlayChanges, at: string): TryRow[] {
  const present = new Set(taken.map(turnKey));
  return [...changes.turns]
    .filter(([key]) => key.startsWith(`${step}:`) && !present.has(key))
    .flatMap(([key, { bubbles }]) => bubbles.map((bubble, index) => businessRow(`${key}:gone:${index}`, at, bubble)));
}

function businessRow(key: string, at: string, bubble: TurnChange['bubbles'][number]): TryRow {
  return { type: 'business', key, at, isFirst: false, speakers: [], ...bubble };
}

function wayRow(key: string, at: string, { was, is }: NonNullable<TurnChange['way']>): TryRow {
  return { type: 'note', key: `${key}:way`, at, note: { type: 'way', was, is } };
}

/** Marks the first bubble of each side, and the first of each state. */
function withTails(rows: readonly TryRow[]): TryRow[] {
  let before: TryRow | undefined;
  let speaking: string | null = null;
  return rows.map((row) => {
    const isFirst = row.type !== before?.type;
    before = row;
    if (row.type === 'note') return row;
    if (row.type === 'customer') return { ...row, isFirst };
    const parts = row.is?.parts ?? row.was?.parts ?? [];
    const speakers = parts.filter(({ state }, index) => parts.findIndex((part) => part.state === state) === index);
    const isSame = speakers.length === 1 && speakers[0]?.state === speaking;
    speaking = parts.at(-1)?.state ?? null;
    return { ...row, isFirst, speakers: isSame ? [] : speakers };
  });
}

const notable = [
  'handover.requested',
  'followUp.requested',
  'consent.withdrawn',
  'effect.requested',
  'outcome.unhandled',
  'expression.failed',
  'limit.reached',
  'flow.broken',
  'input.ignored',
  'session.ended',
] as const;

export type NotableEvent = Extract<TurnEvent, { type: (typeof notable)[number] }>;

const notableTypes: ReadonlySet<string> = new Set(notable);

/** What an author would miss if only messages were shown. */
function isNotable(event: TurnEvent): event is NotableEvent {
  return notableTypes.has(event.type);
}
