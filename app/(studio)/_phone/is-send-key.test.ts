import { describe, expect, it } from 'vitest';
import { isSendKey } from './is-send-key';

const enter = { key: 'Enter', shiftKey: false, isComposing: false, keyCode: 13 };

describe('isSendKey', () => {
  it('sends on Enter', () => {
    expect(isSendKey(enter)).toBe(true);
  });

  it.each([
    ['Shift+Enter begins a line', { shiftKey: true }],
    ['Enter chooses a candidate while a word is composed', { isComposing: true }],
    ['Enter belongs to the input method when the browser only says 229', { keyCode: 229 }],
    ['other keys type', { key: 'a', keyCode: 65 }],
  ])('%s', (_, difference) => {
    expect(isSendKey({ ...enter, ...difference })).toBe(false);
  });
});
