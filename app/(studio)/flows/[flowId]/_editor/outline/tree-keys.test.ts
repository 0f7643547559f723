import { describe, expect, it } from 'vitest';
import type { OutlineRow } from './outline-rows';
import { type TreeKey, treeAct, writtenRow } from './tree-keys';

const rows = [
  row('a', null, 1, true),
  row('a1', 'a', 2, false),
  row('a2', 'a', 2, null),
  row('b', null, 1, false),
  row('c', null, 1, null),
] as const;
const [a, a1, a2, b, c] = rows;

describe('a key in the tree', () => {
  it('goes up, down, to the ends, and nowhere beyond them', () => {
    expect(act('ArrowDown', a)).toEqual({ type: 'focus', key: 'a1' });
    expect(act('ArrowUp', b)).toEqual({ type: 'focus', key: 'a2' });
    expect(act('Home', b)).toEqual({ type: 'focus', key: 'a' });
    expect(act('End', a)).toEqual({ type: 'focus', key: 'c' });
    expect(act('ArrowDown', c)).toBeNull();
    expect(act('PageDown', a)).toEqual({ type: 'focus', key: 'c' });
  });

  it('opens, goes inside, closes and goes out again', () => {
    expect(act('ArrowRight', b)).toEqual({ type: 'turn', keys: ['b'] });
    expect(act('ArrowRight', a)).toEqual({ type: 'focus', key: 'a1' });
    expect(act('ArrowRight', c)).toBeNull();
    expect(act('ArrowLeft', a)).toEqual({ type: 'turn', keys: ['a'] });
    expect(act('ArrowLeft', a2)).toEqual({ type: 'focus', key: 'a' });
    expect(act('ArrowLeft', b)).toBeNull();
    expect(act('*', a2)).toEqual({ type: 'turn', keys: ['a1'] });
  });

  it('selects: one more, a range, everything', () => {
    expect(act(' ', a)).toEqual({ type: 'toggle' });
    expect(act('ArrowDown', a, { shiftKey: true })).toEqual({ type: 'extend', key: 'a1' });
    expect(act('a', a, { ctrlKey: true })).toEqual({ type: 'selectAll' });
    expect(act('a', a, { metaKey: true })).toEqual({ type: 'selectAll' });
  });

  it('opens the menu by either key', () => {
    expect(act('ContextMenu', a)).toEqual({ type: 'menu' });
    expect(act('F10', a, { shiftKey: true })).toEqual({ type: 'menu' });
    expect(act('F10', a)).toBeNull();
  });

  it('means nothing while a text is composed, and leaves other commands alone', () => {
    expect(act('Enter', a, { isComposing: true })).toBeNull();
    expect(act('z', a, { ctrlKey: true })).toBeNull();
    expect(act('?', a)).toBeNull();
    expect(act('Tab', a)).toBeNull();
    expect(act('ArrowDown', a, { altKey: true })).toBeNull();
  });

  it('that is a letter of any script looks for a name', () => {
    expect(act('q', a)).toEqual({ type: 'write', letter: 'q' });
    expect(act('ಕ', a)).toEqual({ type: 'write', letter: 'ಕ' });
    expect(act('Shift', a)).toBeNull();
  });
});

describe('typed letters', () => {
  const names: Readonly<Record<string, string>> = { a: 'Ask', a1: 'answer', a2: 'Bye', b: 'Branch', c: 'call' };
  const nameOf = ({ key }: OutlineRow) => names[key] ?? '';

  it('go to the next name that begins with them, and round', () => {
    expect(writtenRow(rows, a, 'b', nameOf)).toBe(a2);
    expect(writtenRow(rows, a2, 'b', nameOf)).toBe(b);
    expect(writtenRow(rows, b, 'b', nameOf)).toBe(a2);
    expect(writtenRow(rows, c, 'A', nameOf)).toBe(a);
    expect(writtenRow(rows, a, 'x', nameOf)).toBeUndefined();
  });

  it('that come quickly stay at a name that fits more of them', () => {
    expect(writtenRow(rows, a2, 'by', nameOf)).toBe(a2);
    expect(writtenRow(rows, a2, 'br', nameOf)).toBe(b);
    expect(a1).toBeDefined();
  });
});

function act(key: string, active: OutlineRow, keys: Partial<TreeKey> = {}) {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false };
  return treeAct({ key, ...none, ...keys }, rows, active);
}

function row(key: string, parent: string | null, level: number, isExpanded: boolean | null): OutlineRow {
  return { key, parent, level, isExpanded, position: 1, size: 1, thing: { type: 'state', id: key } };
}
