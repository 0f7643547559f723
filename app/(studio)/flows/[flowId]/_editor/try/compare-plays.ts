import { type Play, type PlayedBubble, type PlayedTurn, turnKey } from './play';

/** A message before and after a change; null where there was or is none. */
export type ComparedBubble = Readonly<{ was: PlayedBubble | null; is: PlayedBubble | null; isChanged: boolean }>;

export type TurnChange = Readonly<{
  bubbles: readonly ComparedBubble[];
  /** The states that the turn led to, where they differ. */
  way: Readonly<{ was: string; is: string }> | null;
}>;

/** What differs between two plays: only turns with a difference, by `turnKey`. */
export type PlayChanges = Readonly<{
  turns: ReadonlyMap<string, TurnChange>;
  bubbleCount: number;
  wayCount: number;
}>;

export const noChanges: PlayChanges = { turns: new Map(), bubbleCount: 0, wayCount: 0 };

/** Compares what came back for the first `steps` steps of a try-out; what was said later has nothing to be compared with. */
export function comparePlays(before: Play, after: Play, steps: number): PlayChanges {
  const earlier = new Map(before.turns.map((turn) => [turnKey(turn), turn]));
  const turns = new Map<string, TurnChange>();
  for (const turn of after.turns) {
    if (turn.step >= steps) continue;
    const key = turnKey(turn);
    const change = changeOf(earlier.get(key), turn);
    earlier.delete(key);
    if (change.way !== null || change.bubbles.some(({ isChanged }) => isChanged)) turns.set(key, change);
  }
  for (const [key, turn] of earlier) {
    if (turn.step < steps && turn.bubbles.length > 0) turns.set(key, changeOf(turn, undefined));
  }
  const all = [...turns.values()];
  return {
    turns,
    bubbleCount: all.flatMap(({ bubbles }) => bubbles).filter(({ isChanged }) => isChanged).length,
    wayCount: all.filter(({ way }) => way !== null).length,
  };
}

function changeOf(was: PlayedTurn | undefined, is: PlayedTurn | undefined): TurnChange {
  return {
    bubbles: aligned(was?.bubbles ?? [], is?.bubbles ?? []),
    way: was && is && was.state !== is.state ? { was: was.state, is: is.state } : null,
  };
}

/** Pairs messages made of the same texts; of those between two pairs, the first stands against the first, and so on. */
function aligned(was: readonly PlayedBubble[], is: readonly PlayedBubble[]): ComparedBubble[] {
  const pairs = [...samePairs(was.map(madeOf), is.map(madeOf)), [was.length, is.length] as const];
  const compared: ComparedBubble[] = [];
  let [fromWas, fromIs] = [0, 0];
  for (const [nextWas, nextIs] of pairs) {
    const goneCount = nextWas - fromWas;
    const newCount = nextIs - fromIs;
    for (let offset = 0; offset < Math.max(goneCount, newCount); offset += 1) {
      const old = offset < goneCount ? was[fromWas + offset] : undefined;
      const fresh = offset < newCount ? is[fromIs + offset] : undefined;
      compared.push(pair(old, fresh));
    }
    if (nextWas < was.length) compared.push(pair(was[nextWas], is[nextIs]));
    fromWas = nextWas + 1;
    fromIs = nextIs + 1;
  }
  return compared;
}

/** The longest common subsequence, as pairs of places. */
function samePairs(was: readonly string[], is: readonly string[]): (readonly [number, number])[] {
  const lengths = Array.from({ length: was.length + 1 }, () => Array.from({ length: is.length + 1 }, () => 0));
  const longest = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
  for (let row = was.length - 1; row >= 0; row -= 1) {
    for (let column = is.length - 1; column >= 0; column -= 1) {
      const length =
        was[row] === is[column]
          ? longest(row + 1, column + 1) + 1
          : Math.max(longest(row + 1, column), longest(row, column + 1));
      lengths[row]?.splice(column, 1, length);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let [row, column] = [0, 0];
  while (row < was.length && column < is.length) {
    if (was[row] === is[column]) pairs.push([row++, column++]);
    else if (longest(row + 1, column) >= longest(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}

function madeOf({ parts }: PlayedBubble): string {
  return parts.map(({ textKey }) => textKey).join(' ');
}

function pair(was: PlayedBubble | undefined, is: PlayedBubble | undefined): ComparedBubble {
  const isSame = was !== undefined && is !== undefined && wordsOf(was) === wordsOf(is);
  return { was: was ?? null, is: is ?? null, isChanged: !isSame };
}

function wordsOf({ messages }: PlayedBubble): string {
  return JSON.stringify(messages);
}
