import { describe, expect, it } from 'vitest';
import { setText } from '@/flows/edit/set-text';
import type { Flow } from '@/flows/schema/flow';
import { type History, nextRedo, nextUndo, recorded, redone, undone } from './history';
import { twoStates as flow } from './testdata/two-states';

function write(state: string, language: string, text: string): (before: Flow) => Flow {
  return (before) => setText(before, { state, path: 'message.text', language }, text);
}

function did(
  history: History,
  before: Flow,
  change: (flow: Flow) => Flow,
  options: Partial<{ at: number; by: 'me' | 'others'; merge: string }> = {},
) {
  const after = change(before);
  expect(after).not.toBe(before);
  const { at = 0, by = 'me', merge = null } = options;
  return { flow: after, history: recorded(history, { label: 'Change', at, before, after, by, merge }) };
}

function expectEdit<T>(edit: T | undefined): T {
  if (edit === undefined) throw new Error('There is nothing to travel to.');
  return edit;
}

describe('history', () => {
  it('takes edits back one by one and does them again', () => {
    const first = did([], flow, write('one', 'kn', 'ಒಂದು'));
    const second = did(first.history, first.flow, write('two', 'kn', 'ಎರಡು'));
    const once = undone(second.flow, second.history, expectEdit(nextUndo(second.history)));
    expect(once.flow).toBe(first.flow);
    const twice = undone(once.flow, once.history, expectEdit(nextUndo(once.history)));
    expect(twice.flow).toBe(flow);
    expect(nextUndo(twice.history)).toBeUndefined();
    const again = redone(twice.flow, twice.history, expectEdit(nextRedo(twice.history)));
    expect(again.flow).toBe(first.flow);
    expect(redone(again.flow, again.history, expectEdit(nextRedo(again.history))).flow).toBe(second.flow);
  });

  it('joins the letters of a word, and not what comes after a pause or elsewhere', () => {
    const typed = did([], flow, write('one', 'kn', 'ಒ'), { merge: 'one', at: 0 });
    const more = did(typed.history, typed.flow, write('one', 'kn', 'ಒಂ'), { merge: 'one', at: 400 });
    expect(more.history).toHaveLength(1);
    expect(more.history[0]?.before).toBe(flow);
    const later = did(more.history, more.flow, write('one', 'kn', 'ಒಂದು'), { merge: 'one', at: 9_000 });
    const elsewhere = did(later.history, later.flow, write('two', 'kn', 'ಎ'), { merge: 'two', at: 9_100 });
    expect(elsewhere.history).toHaveLength(3);
  });

  it('leaves alone what others did when mine is taken back', () => {
    const mine = did([], flow, write('one', 'kn', 'ಒಂದು'));
    const theirs = did(mine.history, mine.flow, write('two', 'kn', 'ಎರಡು'), { by: 'others' });
    const back = undone(theirs.flow, theirs.history, expectEdit(nextUndo(theirs.history)));
    expect(back.flow).toEqual(write('two', 'kn', 'ಎರಡು')(flow));
    expect(nextUndo(back.history)).toBeUndefined();
    expect(redone(back.flow, back.history, expectEdit(nextRedo(back.history))).flow).toEqual(theirs.flow);
  });

  it('forgets what was undone once something else is done', () => {
    const first = did([], flow, write('one', 'kn', 'ಒಂದು'));
    const back = undone(first.flow, first.history, expectEdit(nextUndo(first.history)));
    const other = did(back.history, back.flow, write('two', 'kn', 'ಎರಡು'));
    expect(nextRedo(other.history)).toBeUndefined();
    expect(other.history).toHaveLength(1);
  });
});
