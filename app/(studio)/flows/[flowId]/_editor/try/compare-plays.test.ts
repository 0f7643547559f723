import { describe, expect, it } from 'vitest';
import { comparePlays } from './compare-plays';
import type { Play, PlayedBubble, PlayedTurn } from './play';

describe('comparePlays', () => {
  it('finds nothing in two plays that came to the same', () => {
    const play = playOf(turn(0, [bubble('a/say.0', 'Hello')]), turn(1, [bubble('b/say.0', 'Bye')]));
    expect(comparePlays(play, structuredClone(play), 2)).toEqual({ turns: new Map(), bubbleCount: 0, wayCount: 0 });
  });

  it('stands a message that reads differently beside what it was', () => {
    const before = playOf(turn(0, [bubble('a/say.0', 'Hello'), bubble('a/ask.0', 'Name?')]));
    const after = playOf(turn(0, [bubble('a/say.0', 'Good day'), bubble('a/ask.0', 'Name?')]));
    const { turns, bubbleCount, wayCount } = comparePlays(before, after, 1);
    expect(turns.get('0:0')?.bubbles.map(({ was, is, isChanged }) => [textOf(was), textOf(is), isChanged])).toEqual([
      ['Hello', 'Good day', true],
      ['Name?', 'Name?', false],
    ]);
    expect([bubbleCount, wayCount]).toEqual([1, 0]);
  });

  it('keeps the pairs when a message came in between', () => {
    const before = playOf(turn(0, [bubble('a/1', 'One'), bubble('a/3', 'Three')]));
    const after = playOf(turn(0, [bubble('a/1', 'One'), bubble('a/2', 'Two'), bubble('a/3', 'Three')]));
    const change = comparePlays(before, after, 1).turns.get('0:0');
    expect(change?.bubbles.map(({ was, is }) => [textOf(was), textOf(is)])).toEqual([
      ['One', 'One'],
      [null, 'Two'],
      ['Three', 'Three'],
    ]);
  });

  it('stands other messages against each other where the way changed, and says so', () => {
    const before = playOf(turn(0, [bubble('b/say.0', 'Well')], 'b'));
    const after = playOf(turn(0, [bubble('c/say.0', 'Oh'), bubble('c/ask.0', 'Why?')], 'c'));
    const { turns, wayCount } = comparePlays(before, after, 1);
    expect(turns.get('0:0')).toMatchObject({ way: { was: 'b', is: 'c' } });
    expect(turns.get('0:0')?.bubbles.map(({ was, is }) => [textOf(was), textOf(is)])).toEqual([
      ['Well', 'Oh'],
      [null, 'Why?'],
    ]);
    expect(wayCount).toBe(1);
  });

  it('remembers what is not said any more', () => {
    const before = playOf(turn(0, [bubble('a/1', 'One')]), turn(1, [bubble('a/reminder', 'Still there?')]));
    const { turns } = comparePlays(before, playOf(turn(0, [bubble('a/1', 'One')])), 2);
    expect(turns.get('1:0')?.bubbles.map(({ was, is }) => [textOf(was), is])).toEqual([['Still there?', null]]);
  });

  it('leaves out what was said after the steps that both have', () => {
    const before = playOf(turn(0, [bubble('a/1', 'One')]));
    const after = playOf(turn(0, [bubble('a/1', 'One')]), turn(1, [bubble('a/2', 'Two')]));
    expect(comparePlays(before, after, 1).turns.size).toBe(0);
  });
});

function textOf(bubble: PlayedBubble | null): string | null {
  const [message] = bubble?.messages ?? [];
  return message?.type === 'text' ? message.text : null;
}

function bubble(textKey: string, text: string): PlayedBubble {
  const parts = [{ textKey, state: textKey.split('/')[0] ?? '', language: 'en' }];
  return { messages: [{ type: 'text', text }], parts, failure: null };
}

function turn(step: number, bubbles: readonly PlayedBubble[], state = 'a'): PlayedTurn {
  const at = '2026-11-24T05:30:00.000Z';
  return {
    step,
    nth: 0,
    at,
    understanding: null,
    bubbles,
    events: [],
    state,
    hasEnded: false,
    language: 'en',
    wait: null,
    slots: {},
    clock: { now: at, secondsToMorning: 1, secondsToTimer: null },
  };
}

function playOf(...turns: PlayedTurn[]): Play {
  return { turns, clock: { now: '2026-11-24T05:30:00.000Z', secondsToMorning: 1, secondsToTimer: null } };
}
