import { expect, test } from 'vitest';
import { storableJson } from './storable-json';

test('what PostgreSQL refuses is taken out, and everything else stays as it was', () => {
  const half = String.fromCharCode(0xd83d);
  expect(JSON.parse(storableJson({ text: `a\u0000b${half}c` }))).toEqual({ text: 'ab\ufffdc' });
  expect(JSON.parse(storableJson({ text: '😀 ನಮಸ್ಕಾರ' }))).toEqual({ text: '😀 ನಮಸ್ಕಾರ' });
});

test('a backslash that a customer typed is no escape', () => {
  const typed = '\\u0000 and \\ud83d and \\\\';
  expect(JSON.parse(storableJson({ text: typed }))).toEqual({ text: typed });
  expect(JSON.parse(storableJson({ text: `\\${'\u0000'}` }))).toEqual({ text: '\\' });
});
