import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFlow } from '../check/check-flow';
import type { Flow } from '../schema/flow';
import { parseFlow } from '../schema/parse-flow';
import { addState } from './add-state';
import { connect } from './connect';
import { diffFlows } from './diff-flows';
import { disconnect } from './disconnect';
import { duplicateStates } from './duplicate-states';
import { moveStates } from './move-states';
import { removeState } from './remove-state';
import { type FlowPart, restorePart } from './restore-part';
import { setText } from './set-text';

const at = { x: 0, y: 0 };
const text = (en: string, kn: string) => ({ type: 'text', text: { en, kn } });

/** welcome → details → bye; a rule that goes to bye. */
const earlier = read({
  schemaVersion: 1,
  id: 'small',
  name: 'Small',
  languages: ['en', 'kn'],
  defaultLanguage: 'en',
  start: 'welcome',
  states: [
    { id: 'welcome', type: 'say', position: at, data: { message: text('Welcome.', 'ಸ್ವಾಗತ.') } },
    { id: 'details', type: 'converse', position: at, data: { ask: [text('Which city?', 'ಯಾವ ಊರು?')] } },
    { id: 'bye', type: 'end', position: at, data: { message: text('Bye.', 'ಬರುತ್ತೇವೆ.') } },
  ],
  transitions: [
    { id: 'welcome:next', from: 'welcome', outcome: 'next', to: 'details' },
    { id: 'details:complete', from: 'details', outcome: 'family:interested', to: 'bye' },
  ],
  rules: [{ id: 'stop', intents: ['opt_out'], except: ['details'], action: { type: 'goTo', to: 'bye' } }],
  notes: [{ id: 'a.b', text: 'Ask the bank', position: at }],
});
const shipped = read(readFileSync(path.join(import.meta.dirname, '../library/loan-against-property.json'), 'utf8'));

const changed = (place: FlowPart['place']): FlowPart => ({ kind: 'changed', place });

describe('a change that is taken back', () => {
  const welcome = { state: 'welcome', path: 'message.text' };

  it('gives one language of a text back and leaves the others', () => {
    const later = setText(
      setText(earlier, { ...welcome, language: 'kn' }, 'ಬನ್ನಿ.'),
      { ...welcome, language: 'en' },
      'Hi.',
    );
    const restored = restorePart(later, earlier, changed({ ...welcome, language: 'kn' }));
    expect(diffFlows(later, restored).map(({ message }) => message)).toEqual([
      'In `welcome`, the Kannada text of `message.text` changed.',
    ]);
    expect(diffFlows(earlier, restored)[0]?.place).toEqual({ ...welcome, language: 'en' });
  });

  it('makes a translation stale when its original is another one now', () => {
    const later = setText(
      setText(earlier, { ...welcome, language: 'en' }, 'Hi.'),
      { ...welcome, language: 'kn' },
      'ಹಾಯ್.',
    );
    const restored = restorePart(later, earlier, changed({ ...welcome, language: 'kn' }));
    expect(checkFlow(restored).map(({ code }) => code)).toContain('translation.stale');
    const both = restorePart(restored, earlier, changed({ ...welcome, language: 'en' }));
    expect(both).toEqual(earlier);
  });

  it('brings a removed state back with the ways to it and from it', () => {
    const later = removeState(earlier, 'details');
    const restored = restorePart(later, earlier, { kind: 'removed', place: { state: 'details' } });
    expect(restored.states).toEqual(earlier.states);
    expect(restored.transitions).toEqual(earlier.transitions);
  });

  it('takes a new state out again', () => {
    const later = addState(earlier, { type: 'say', position: at });
    expect(restorePart(later, earlier, { kind: 'added', place: { state: 'say' } })).toEqual(earlier);
  });

  it('moves a state back without its texts', () => {
    const target = { state: 'bye', path: 'message.text', language: 'en' };
    const later = setText(moveStates(earlier, new Map([['bye', { x: 5, y: 6 }]])), target, 'Good bye.');
    const restored = restorePart(later, earlier, { kind: 'moved', place: { state: 'bye' } });
    expect(restored).toEqual(setText(earlier, target, 'Good bye.'));
  });

  it('is a transition only where both its ends still are', () => {
    const later = disconnect(earlier, ['details:complete']);
    const part = changed({ state: 'details', transition: 'details:complete' });
    expect(restorePart(later, earlier, part)).toEqual(earlier);
    const without = removeState(later, 'bye');
    expect(restorePart(without, earlier, part)).toBe(without);
  });

  it('is a note, whatever its id looks like', () => {
    const later = { ...earlier, notes: [] };
    expect(restorePart(later, earlier, changed({ path: 'notes.a.b' }))).toEqual(earlier);
    const renamed = { ...earlier, name: 'Other' };
    expect(restorePart(renamed, earlier, changed({ path: 'name' }))).toEqual(earlier);
  });

  it('returns the flow itself where there is nothing to take back', () => {
    for (const place of [
      { ...welcome, language: 'kn' },
      { state: 'none' },
      { transition: 'none' },
      { path: 'name' },
      {},
    ]) {
      expect(restorePart(earlier, earlier, changed(place))).toBe(earlier);
    }
  });

  it('does not start a flow in a state that is gone', () => {
    const later = removeState(earlier, 'welcome');
    expect(restorePart(later, earlier, changed({ path: 'start' }))).toBe(later);
  });
});

describe('all changes', { timeout: 60_000 }, () => {
  it('taken back one after the other give the earlier flow', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
        let flow = edits.reduce((current, change) => change(current), shipped);
        for (let times = 0; times < 500; times += 1) {
          const [next] = diffFlows(shipped, flow).filter((part) => restorePart(flow, shipped, part) !== flow);
          if (!next) break;
          flow = restorePart(flow, shipped, next);
        }
        expect(diffFlows(shipped, flow)).toEqual([]);
        expect(parseFlow(flow)).toMatchObject({ ok: true });
      }),
      { numRuns: 60 },
    );
  });
});

const edit: fc.Arbitrary<(given: Flow) => Flow> = fc
  .record({
    kind: fc.constantFrom('add', 'remove', 'connect', 'disconnect', 'duplicate', 'move', 'text'),
    one: fc.nat(),
    other: fc.nat(),
    words: fc.string({ minLength: 1 }),
  })
  .map(({ kind, one, other, words }) => (given: Flow) => {
    const id = (index: number) => given.states[index % given.states.length]?.id ?? '';
    switch (kind) {
      case 'add':
        return addState(given, { type: 'say', position: { x: one % 999, y: other % 999 } });
      case 'remove':
        return removeState(given, id(one));
      case 'connect':
        return connect(given, { from: id(one), outcome: 'next', to: id(other) });
      case 'disconnect':
        return disconnect(given, [given.transitions[one % Math.max(1, given.transitions.length)]?.id ?? '']);
      case 'duplicate':
        return duplicateStates(given, [id(one)]);
      case 'move':
        return moveStates(given, new Map([[id(one), { x: other % 999, y: one % 999 }]]));
      case 'text':
        return setText(given, { state: id(one), path: 'message.text', language: other % 2 ? 'en' : 'kn' }, words);
      default:
        return kind satisfies never;
    }
  });

function read(given: unknown): Flow {
  const parsed = parseFlow(given);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.flow;
}
