import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readEnvFile } from './read-env-file';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vaarta-env-'));
  file = path.join(folder, '.env');
});

afterEach(() => rmSync(folder, { recursive: true }));

function read(content: string | Buffer) {
  writeFileSync(file, content);
  return readEnvFile(file);
}

test('no file means no variables', () => {
  expect(readEnvFile(file)).toEqual({});
});

test('names, values, quotes and comments are read as people write them', () => {
  const lines = [
    '# a comment',
    '',
    'PORT=3001',
    'export HOST = 0.0.0.0 # all addresses',
    'TOKEN="with # and = in it" # said',
    'SECRET=\'a "b" c\'',
    'EMPTY=',
    'URL=postgresql://a:b@host/db?x=1#y',
  ];
  expect(read(lines.join('\r\n'))).toEqual({
    PORT: '3001',
    HOST: '0.0.0.0',
    TOKEN: 'with # and = in it',
    SECRET: 'a "b" c',
    EMPTY: '',
    URL: 'postgresql://a:b@host/db?x=1#y',
  });
});

test.each([
  ['no equals sign', 'A=1\nhello world', 'Line 2'],
  ['a name with a space', 'MY NAME=1', 'Line 1'],
  ['no name', '\n\n=1', 'Line 3'],
  ['an open quote', 'A=1\nB="open', 'Line 2'],
  ['words behind a quote', 'A="x" y', 'Line 1'],
])('%s is named with its line', (_, content, place) => {
  expect(() => read(content)).toThrow(place);
});

test('the sentence about a broken line does not repeat the line, which may hold a secret', () => {
  expect(() => read('hush hush')).toThrow(/^(?!.*hush)/);
});

test('a file that is no text, or no file, is one sentence', () => {
  expect(() => read(Buffer.from([0xff, 0xfe, 0x00]))).toThrow('cannot be read');
  expect(() => readEnvFile(folder)).toThrow('cannot be read');
});
