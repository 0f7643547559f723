import { describe, expect, it } from 'vitest';
import { setText } from '@/flows/edit/set-text';
import { comparePlays, noChanges } from './compare-plays';
import { playTryout } from './play-tryout';
import { wayOf } from './play-way';
import { said, shippedFlow, trying, world } from './testdata/shipped';
import { type TryRow, tryRows } from './thread-rows';
import type { Tryout } from './tryout';

const tryout = trying([
  said('Hi, I need a loan', 'against my property'),
  { type: 'passed', seconds: 3_600 },
  said('My house is in Pune'),
]);
const play = playTryout(shippedFlow, tryout, world);

describe('tryRows', () => {
  it('tells the conversation in order, with the state where another one begins to speak', () => {
    const rows = tryRows({ tryout, play, changes: noChanges, lookedAt: null });
    expect(rows.filter(({ type }) => type === 'customer')).toHaveLength(3);
    expect(speakers(rows)).toEqual([['initial', 'introduction'], ['qualifying']]);
    expect(rows.map(({ type }) => type).slice(0, 3)).toEqual(['customer', 'customer', 'business']);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  });

  it('tells what was understood under the last message of a burst', () => {
    const [first, second] = tryRows({ tryout, play, changes: noChanges, lookedAt: null });
    expect(first).toMatchObject({ isFirst: true, isLastOfStep: false });
    expect(second).toMatchObject({ isFirst: false, isLastOfStep: true, turn: { state: 'introduction' } });
  });

  it('ends at the turn that is looked back at', () => {
    const rows = tryRows({ tryout, play, changes: noChanges, lookedAt: 0 });
    expect(rows.filter(({ type }) => type === 'customer')).toHaveLength(2);
    expect(rows.some(({ type }) => type === 'note')).toBe(false);
  });

  it('shows what was just said before it is played', () => {
    const longer: Tryout = { ...tryout, steps: [...tryout.steps, said('80 lakhs')] };
    expect(tryRows({ tryout: longer, play, changes: noChanges, lookedAt: null }).at(-1)).toMatchObject({
      type: 'customer',
      text: '80 lakhs',
      turn: null,
    });
  });

  it('stands what was beside what is', () => {
    const target = { state: 'qualifying', path: 'say.0.text', language: 'en' };
    const after = playTryout(setText(shippedFlow, target, 'Fine.'), tryout, world);
    const changes = comparePlays(play, after, tryout.steps.length);
    const changed = tryRows({ tryout, play: after, changes, lookedAt: null }).filter(
      (row) => row.type === 'business' && row.isChanged,
    );
    expect(changed).toHaveLength(1);
    expect(JSON.stringify(changed)).toContain('Fine.');
  });
});

describe('wayOf', () => {
  it('goes up to the turn that is looked at', () => {
    expect(wayOf(play, 0)).toMatchObject({ current: 'introduction', taken: new Set(['initial:interested']) });
    expect(wayOf(play, null).current).toBe('qualifying');
    expect(wayOf(play, null).visited).toContain('introduction');
    expect(wayOf(null, null)).toEqual({ current: null, visited: new Set(), taken: new Set() });
  });
});

function speakers(rows: readonly TryRow[]): string[][] {
  return rows.flatMap((row) => {
    return row.type === 'business' && row.speakers.length > 0 ? [row.speakers.map(({ state }) => state)] : [];
  });
}
