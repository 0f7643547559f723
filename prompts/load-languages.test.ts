import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { languages } from './load-languages';
import { loadUtterances } from './load-utterances';

const folder = fileURLToPath(new URL('languages/', import.meta.url));
const codes = readdirSync(folder).sort();
const names = ['claims', 'followups', 'language', 'lexicon', 'messages', 'numbers', 'spoken', 'utterances'];
const files = names.map((name) => `${name}.json`);

function keysOf(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`));
}

function json(code: string, file: string): unknown {
  return JSON.parse(readFileSync(`${folder}${code}/${file}`, 'utf8'));
}

describe('the language folders', () => {
  it('are all loaded, and nothing else is', () => {
    expect(Object.keys(languages).sort()).toEqual(codes);
  });

  it.each(codes)('%s has every file', (code) => {
    expect(readdirSync(folder + code).sort()).toEqual(files);
  });

  it.each(codes)('%s has every label, format word, city and message that English has', (code) => {
    for (const file of ['language.json', 'messages.json', 'followups.json']) {
      expect(keysOf(json(code, file)).toSorted()).toEqual(keysOf(json('en', file)).toSorted());
    }
  });

  it.each(codes)('%s has utterances of every intent, native and romanized', (code) => {
    const utterances = loadUtterances()[code] ?? {};
    expect(Object.keys(utterances).sort()).toEqual(Object.keys(loadUtterances().en ?? {}).sort());
    for (const [intent, { native = [], latin = [] }] of Object.entries(utterances)) {
      expect(latin.length, intent).toBeGreaterThanOrEqual(4);
      if (code !== 'en') expect(native.length, intent).toBeGreaterThanOrEqual(4);
    }
  });

  it.each(codes.filter((code) => code !== 'en'))('%s says its messages in its own script', (code) => {
    const pack = languages[code];
    const ranges = pack?.script.ranges ?? [];
    for (const message of [...writtenIn(pack?.messages), ...writtenIn(pack?.followups)]) {
      const isOwn = [...message].some((letter) => {
        const point = letter.codePointAt(0) ?? 0;
        return ranges.some(
          ([first, last]) => point >= Number.parseInt(first, 16) && point <= Number.parseInt(last, 16),
        );
      });
      expect(isOwn, message).toBe(true);
    }
  });

  it.each(codes)('%s names a form for every number from 0 to 20', (code) => {
    const known = Object.keys(languages[code]?.numbers.words ?? {});
    expect(Array.from({ length: 21 }, (_, value) => String(value)).filter((value) => !known.includes(value))).toEqual(
      [],
    );
  });
});

/** Every text in a part of a pack, without what is filled in. */
function writtenIn(part: unknown): readonly string[] {
  if (typeof part !== 'string') return Object.values(part ?? {}).flatMap(writtenIn);
  const written = part.replace(/\{\{.*?\}\}/g, '');
  return /\p{L}/u.test(written) ? [written] : [];
}
