import { describe, expect, it } from 'vitest';
import { byteText } from './byte-text';

describe('byteText', () => {
  it.each([
    [12, '12 B'],
    [340_400, '340 kB'],
    [1_234_567, '1.2 MB'],
  ])('writes %s bytes as %s', (bytes, text) => {
    expect(byteText(bytes)).toBe(text);
  });
});
