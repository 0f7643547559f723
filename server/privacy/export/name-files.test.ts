import { expect, test } from 'vitest';
import { nameFiles } from './name-files';

test('names are safe on every computer, keep their script, and are never alike', () => {
  const given = [
    ['../../etc/passwd', null],
    ['C:\\deed?.pdf', null],
    ['deed.pdf', 'application/pdf'],
    ['Deed.PDF', 'application/pdf'],
    ['ಖಾತೆ ಪತ್ರ.pdf', 'application/pdf'],
    ['nul.txt', null],
    [' .. ', 'image/jpeg'],
    [null, 'audio/ogg'],
    [null, 'audio/ogg'],
    ['a\u0000b\n', 'text/plain'],
    [`${'x'.repeat(300)}.pdf`, null],
  ] as const;
  const files = given.map(([filename, mimeType], at) => ({
    id: String(at),
    kind: 'voice' as const,
    filename,
    mimeType,
  }));
  expect([...nameFiles(files).values()]).toEqual([
    '_.._etc_passwd',
    'C__deed_.pdf',
    'deed.pdf',
    'Deed (2).PDF',
    'ಖಾತೆ ಪತ್ರ.pdf',
    '_nul.txt',
    'voice.jpg',
    'voice.ogg',
    'voice (2).ogg',
    'a_b_.txt',
    `${'x'.repeat(80)}.pdf`,
  ]);
});
