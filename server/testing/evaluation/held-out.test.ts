import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadReader } from '@/flows/understanding/load-reader';
import { loadUtterances } from '@/prompts/load-utterances';
import { judgeReader } from './judge-reader';
import { readLabelledMessages } from './labelled-messages';
import { rate } from './score-readings';

const folder = 'flows/understanding/testdata/held-out';
/** `development` was looked at while words were written; it proves nothing. */
const sets = ['test', 'fresh', 'blind'];
const reader = loadReader();

function messagesOf(set: string) {
  const files = readdirSync(path.join(folder, set)).sort();
  return files.map((file) => [file, readLabelledMessages(path.join(folder, set, file))] as const);
}

describe.each(sets)('the held-out set %s', (set) => {
  const files = messagesOf(set);

  it('is read as well as docs/understanding.md says, within what a word more or less may change', () => {
    const { intentAccuracy, slotF1, languageAccuracy } = rate(
      judgeReader(
        reader,
        files.flatMap(([, messages]) => messages),
      ).judged,
    );
    expect(intentAccuracy).toBeGreaterThanOrEqual(0.93);
    expect(slotF1).toBeGreaterThanOrEqual(0.94);
    expect(languageAccuracy).toBeGreaterThanOrEqual(0.97);
  });

  it.each(files)('is read in each language and script: %s', (_file, messages) => {
    expect(rate(judgeReader(reader, messages).judged).intentAccuracy).toBeGreaterThanOrEqual(0.86);
  });

  it('has no message that the reader was trained on', () => {
    const trained = new Set(
      Object.values(loadUtterances()).flatMap((utterances) =>
        Object.values(utterances).flatMap(({ native = [], latin = [] }) => [...native, ...latin].map(plain)),
      ),
    );
    const known = files.flatMap(([, messages]) => messages).filter(({ text }) => trained.has(plain(text)));
    expect(known.map(({ text }) => text)).toEqual([]);
  });
});

function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s?!.,]+/g, ' ')
    .trim();
}
