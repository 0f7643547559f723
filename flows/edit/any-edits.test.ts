import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flow } from '../schema/flow';
import { parseFlow } from '../schema/parse-flow';
import { stateTypes } from '../states';
import { addState } from './add-state';
import { arrange } from './arrange';
import { connect } from './connect';
import { diffFlows } from './diff-flows';
import { disconnect } from './disconnect';
import { duplicateStates } from './duplicate-states';
import { mergeFlows } from './merge-flows';
import { moveStates } from './move-states';
import { removeState } from './remove-state';
import { renameState } from './rename-state';
import { sameJson } from './same-json';
import { setText } from './set-text';

const shipped = frozen(
  read(readFileSync(path.join(import.meta.dirname, '../library/loan-against-property.json'), 'utf8')),
);

describe('any edits', { timeout: 60_000 }, () => {
  it('give a flow that is read again, leave the one they were given alone, and are told', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        const edited = edits.reduce((current, change) => frozen(change(current)), shipped);
        expect(parseFlow(edited)).toEqual({ ok: true, flow: edited });
        expect(diffFlows(edited, edited)).toEqual([]);
        const isSame = sameJson(shipped, edited);
        expect(diffFlows(shipped, edited).length > 0).toBe(!isSame);
      }),
      { numRuns: 40 },
    );
  });

  it('merge with nothing to themselves, from either side', () => {
    fc.assert(
      fc.property(edit, (change) => {
        const edited = change(shipped);
        expect(mergeFlows(shipped, edited, shipped)).toEqual({ flow: edited, clashes: [] });
        expect(mergeFlows(shipped, shipped, edited)).toEqual({ flow: edited, clashes: [] });
        expect(mergeFlows(shipped, edited, edited)).toEqual({ flow: edited, clashes: [] });
      }),
      { numRuns: 20 },
    );
  });

  it('of different states are both kept', () => {
    const words = fc.string({ minLength: 1, unit: fc.constantFrom('a', 'ಕ', ' ') });
    const two = fc.uniqueArray(fc.nat(textsOfShipped.length - 1), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(two, words, words, ([one = 0, other = 0], mineText, theirsText) => {
        const mine = setText(shipped, target(one), mineText);
        const theirs = setText(shipped, target(other), theirsText);
        const merged = mergeFlows(shipped, mine, theirs);
        expect(merged.clashes).toEqual([]);
        expect(merged.flow).toEqual(setText(mine, target(other), theirsText));
      }),
      { numRuns: 20 },
    );
  });
});

const textsOfShipped = shipped.states.flatMap((state) =>
  stateTypes[state.type].bind(state.data).texts.map((place) => ({ state: state.id, path: place.path })),
);

function target(index: number) {
  const { state, path: textPath } = textsOfShipped[index % textsOfShipped.length] ?? { state: '', path: '' };
  return { state, path: textPath, language: 'kn' };
}

const edit: fc.Arbitrary<(given: Flow) => Flow> = fc
  .record({
    kind: fc.constantFrom('add', 'remove', 'connect', 'disconnect', 'duplicate', 'rename', 'move', 'text', 'arrange'),
    one: fc.nat(),
    other: fc.nat(),
    words: fc.string(),
  })
  .map(({ kind, one, other, words }) => (given: Flow) => {
    const states = given.states;
    const id = (index: number) => states[index % states.length]?.id ?? '';
    const types = [...new Set(states.map(({ type }) => type))];
    switch (kind) {
      case 'add':
        return addState(given, {
          type: types[one % types.length] ?? 'say',
          position: { x: one % 999, y: other % 999 },
        });
      case 'remove':
        return removeState(given, id(one));
      case 'connect':
        return connect(given, {
          from: id(one),
          outcome: 'next',
          to: id(other),
          ...(one % 2 ? { condition: 'visits > 1' } : {}),
        });
      case 'disconnect':
        return disconnect(given, [given.transitions[one % Math.max(1, given.transitions.length)]?.id ?? '']);
      case 'duplicate':
        return duplicateStates(given, [id(one), id(other)]);
      case 'rename':
        return renameState(given, id(one), `renamed_${other % 50}`);
      case 'move':
        return moveStates(given, new Map([[id(one), { x: other % 999, y: one % 999 }]]));
      case 'text':
        return setText(given, { ...target(one), language: other % 2 ? 'en' : 'kn' }, words);
      case 'arrange':
        return arrange(given);
      default:
        return kind satisfies never;
    }
  });

function read(given: unknown): Flow {
  const parsed = parseFlow(given);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.flow;
}

/** Frozen all through: an edit that changes what it was given throws. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}
