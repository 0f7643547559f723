import { describe, expect, test } from 'vitest';
import { explainError } from './errors';

/**
 * The table of the reference (13.2), line by line: the codes, its class (T transient, R rate, P permanent, A account, C our
 * bug), and where it says so how often a message is tried.
 */
const reference: readonly (readonly [codes: readonly number[], letter: Letter, mostAttempts?: number])[] = [
  [[0, 3, 10, ...range(200, 299), 33, 190, 368], 'A'],
  [[1], 'T', 2],
  [[2], 'T'],
  [[4, 613, 80007, 80008, 130429], 'R'],
  [[100], 'C'],
  [[130403, 130472, 130497], 'P'],
  [[131000], 'T', 3],
  [[131005], 'A'],
  [[131008, 131009], 'C'],
  [[131014, 131053], 'T', 2],
  [[131016], 'T'],
  [[131020, 131041, 131059, ...range(131200, 131209)], 'P'],
  [[131021, 131030], 'C'],
  [[131026, 131043, 131047, 131049, 131050], 'P'],
  [[131031, 131037, 131042, 131044, 131045], 'A'],
  [[131048, 131056], 'R'],
  [[131051, 131052, 131055], 'C'],
  [[131057], 'T'],
  [[131060, 131062], 'P'],
  [[131063, 131064], 'A'],
  [[132000, 132001, 132005, 132007, 132008, 132012, 132018], 'C'],
  [[132015, 132016, 132068, 137000], 'P'],
  [[132069], 'R', 2],
  [[133016], 'R'],
  [[133000, 133004, 134101, 2494100], 'T'],
  [[133005, 133006, 133008, 133009, 133010, 133015, 134011, 134102], 'A'],
  [[134100, 135000], 'C'],
  [[...range(138000, 138018), ...range(139000, 139004), ...range(139100, 139103), ...range(147001, 147005)], 'P'],
  [[2388019, 2388039, 2388040, 2388047, 2388072, 2388073, 2388293, 2388299], 'C'],
  // Older ones, without a class in the table.
  [[131001, 131002, 131006], 'C'],
  [[133001, 133002, 133003, 133007, 136025], 'A'],
];

const kinds = { T: 'transient', R: 'rate', P: 'permanent', A: 'account', C: 'caller' } as const;
type Letter = keyof typeof kinds;

const lines = reference.map(([codes, letter, mostAttempts]) => ({ codes, letter, mostAttempts }));

describe.each(lines)('of the errors $codes, class $letter,', ({ codes, letter, mostAttempts }) => {
  const explained = codes.map((code) => ({ code, ...explainError(code) }));

  test('each is known as such, with a lasting code of our own and a sentence for an officer', () => {
    for (const { code, kind, problem, sentence, mostAttempts: most } of explained) {
      expect({ code, kind, most }).toEqual({ code, kind: kinds[letter], most: mostAttempts });
      expect(problem).toMatch(/^(?!message\.refused)[a-z]+\.[a-zA-Z]+$/);
      expect(sentence).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('each says how long to wait exactly if it is tried again, and calls a person exactly if one must act', () => {
    for (const { code, retryable, retryAfterSeconds, needsPerson } of explained) {
      expect([code, retryAfterSeconds !== undefined]).toEqual([code, retryable]);
      if (letter !== 'A') expect([code, retryable]).toEqual([code, letter === 'T' || letter === 'R']);
      if (letter !== 'R') expect([code, needsPerson === true]).toEqual([code, letter === 'A']);
    }
  });
});

test('an unknown code is refused for good', () => {
  expect(explainError(123_456)).toMatchObject({ kind: 'permanent', problem: 'message.refused', retryable: false });
});

test('what concerns one customer holds up only them, what concerns the account everything', () => {
  expect(explainError(131056)).toMatchObject({ scope: 'contact', retryAfterSeconds: 4 });
  expect([130429, 190, 131042, 131026].map((code) => explainError(code).scope)).toEqual([
    'channel',
    'channel',
    'channel',
    'message',
  ]);
});

test('what WhatsApp refuses only of some messages does not hold up the others', () => {
  for (const code of [131044, 131063, 131064, 132069, 134011, 134102]) expect(explainError(code).scope).toBe('message');
});

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, step) => from + step);
}
