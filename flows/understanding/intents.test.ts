import { describe, expect, it } from 'vitest';
import { loadUtterances } from '@/prompts/load-utterances';
import heldOut from './testdata/held-out.json';
import { read } from './testdata/reader';

/** Messages that the classifier was never trained on, by language and script: [intent, text]. */
const sets = Object.entries(heldOut);

describe('held-out messages', () => {
  it.each(sets)('are understood in %s', (variant, messages) => {
    const language = variant.slice(0, 2);
    const missed = messages.filter(([intent, text]) => read(text ?? '', { language }).intent !== intent);
    expect(missed.length / messages.length, JSON.stringify(missed)).toBeLessThanOrEqual(0.12);
  });

  it('are not among the training utterances', () => {
    const trained = new Set(
      Object.values(loadUtterances()).flatMap((utterances) =>
        Object.values(utterances).flatMap(({ native = [], latin = [] }) => [...native, ...latin]),
      ),
    );
    expect(sets.flatMap(([, messages]) => messages).filter(([, text]) => trained.has(text ?? ''))).toEqual([]);
  });
});
