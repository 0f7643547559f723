import { describe, expect, it } from 'vitest';
import type { ReplayStep } from '../live-types';
import { firstStepAt, momentAt } from './replay-moment';

const steps: readonly ReplayStep[] = [
  step({ entered: ['initial'], stateAfter: 'initial', said: [said('en', 'Hello')] }),
  step({
    transitions: ['initial:interested'],
    entered: ['introduction'],
    stateAfter: 'introduction',
    slots: [{ slot: 'property_type', value: 'house' }],
  }),
  step({ stateAfter: 'introduction', said: [said('kn', 'ನಮಸ್ಕಾರ')], slots: [{ slot: 'name', value: 'Asha' }] }),
  step({
    transitions: ['introduction:next'],
    entered: ['closing'],
    stateAfter: 'closing',
    slots: [{ slot: 'property_type', value: 'plot' }],
  }),
];

describe('a moment of a conversation', () => {
  it('has been where the steps up to it went, and nowhere else', () => {
    expect(momentAt(steps, 1)?.lit).toEqual({
      current: 'introduction',
      visited: new Set(['initial', 'introduction']),
      taken: new Set(['initial:interested']),
    });
    expect(momentAt(steps, 3)?.lit.taken).toEqual(new Set(['initial:interested', 'introduction:next']));
  });

  it('knows what was learnt by then, and a correction instead of what it corrects', () => {
    expect([...(momentAt(steps, 2)?.slots ?? [])]).toEqual([
      ['property_type', 'house'],
      ['name', 'Asha'],
    ]);
    expect([...(momentAt(steps, 3)?.slots ?? [])]).toEqual([
      ['name', 'Asha'],
      ['property_type', 'plot'],
    ]);
    expect(momentAt(steps, 1)?.language).toBe('en');
    expect(momentAt(steps, 2)?.language).toBe('kn');
  });

  it('is the first or the last where one asks for what is before or behind them', () => {
    expect(momentAt(steps, -5)?.step).toBe(steps[0]);
    expect(momentAt(steps, 99)?.step).toBe(steps[3]);
    expect(momentAt([], 0)).toBeUndefined();
  });

  it('is found by the state or the transition that one came for', () => {
    expect(firstStepAt(steps, { state: 'introduction', transition: null })).toBe(1);
    expect(firstStepAt(steps, { state: null, transition: 'introduction:next' })).toBe(3);
    expect(firstStepAt(steps, { state: 'elsewhere', transition: null })).toBe(0);
  });
});

function said(language: string, text: string): ReplayStep['said'][number] {
  return { textKey: 'initial/say.0', language, state: 'initial', text };
}

function step(part: Partial<ReplayStep>): ReplayStep {
  return {
    turnId: 'turn',
    seq: 1,
    at: '2026-11-26T10:00:00Z',
    flowVersion: 1,
    input: 'replied',
    heard: [],
    said: [],
    entered: [],
    transitions: [],
    intent: null,
    confidence: null,
    slots: [],
    stateAfter: '',
    ...part,
  };
}
