import { describe, expect, it } from 'vitest';
import { recallOf } from './recall';

const sent = ['one', 'two', 'three'];
const plain = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, isComposing: false };
const up = { ...plain, key: 'ArrowUp' };
const down = { ...plain, key: 'ArrowDown' };

describe('recallOf', () => {
  it('goes back from an empty field, message by message, and stays at the oldest', () => {
    expect(recallOf(up, '', sent)).toBe('three');
    expect(recallOf(up, 'three', sent)).toBe('two');
    expect(recallOf(up, 'one', sent)).toBeNull();
  });

  it('goes forward to the empty field again', () => {
    expect(recallOf(down, 'two', sent)).toBe('three');
    expect(recallOf(down, 'three', sent)).toBe('');
    expect(recallOf(down, '', sent)).toBeNull();
  });

  it('leaves a text that is being written alone', () => {
    expect(recallOf(up, 'thr', sent)).toBeNull();
    expect(recallOf({ ...up, isComposing: true }, '', sent)).toBeNull();
    expect(recallOf({ ...up, shiftKey: true }, '', sent)).toBeNull();
    expect(recallOf({ ...plain, key: 'Enter' }, '', sent)).toBeNull();
  });

  it('does not stay at a message that was sent twice in a row', () => {
    expect(recallOf(up, 'yes', ['no', 'yes', 'yes'])).toBe('no');
  });
});
