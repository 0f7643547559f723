import { describe, expect, it } from 'vitest';
import { runScenario } from '@/flows/scenarios/run-scenario';
import { scenario as scenarioSchema } from '@/flows/scenarios/scenario';
import { answeredOtherwise } from './change-tryout';
import { playTryout } from './play-tryout';
import { said, shippedFlow, trying, world } from './testdata/shipped';
import type { Tryout, TryStep } from './tryout';
import { tryoutToScenario } from './tryout-to-scenario';

const steps: readonly TryStep[] = [
  said('Hi, I need a loan against my property'),
  { type: 'tapped', id: 'introduction/shop', title: 'Shop' },
  { type: 'sendFails', code: '131026' },
  said('It is in Chennai', 'worth 1.5 crore'),
  { type: 'said', texts: ['hmm'], understoodAs: 'objection_cost' },
  { type: 'passed', seconds: 40 * 86_400 },
];

describe('tryoutToScenario', () => {
  it('makes a scenario that passes on the same flow', () => {
    const scenario = recorded(trying(steps));
    expect(scenario && runScenario(scenario, shippedFlow, world).failures).toEqual([]);
    expect(scenario?.steps).toHaveLength(5);
    expect(scenarioSchema.safeParse(scenario).error).toBeUndefined();
  });

  it('expects the way, what was understood and what was told, and no words', () => {
    const [first, , third] = recorded(trying(steps))?.steps ?? [];
    expect(first?.expect).toEqual({
      state: 'introduction',
      intent: 'interested',
      language: 'en',
      transitions: ['initial:interested'],
    });
    expect(third?.expect.slots).toEqual({ property_location: 'Chennai', property_value: 15_000_000 });
  });

  it('fails when the same words go another way', () => {
    const scenario = recorded(trying(steps));
    const otherwise = scenario && {
      ...scenario,
      steps: scenario.steps.map((step) => ({ ...step, said: 'no thanks' })),
    };
    expect(otherwise && runScenario(otherwise, shippedFlow, world).ok).toBe(false);
  });

  it('begins where the try-out began', () => {
    const start = { state: 'closing', slots: { name: 'Asha' }, startedBy: 'business', language: 'hi' } as const;
    const scenario = recorded(trying([said('हाँ')], start));
    expect(scenario).toMatchObject({ startAt: { state: 'closing', slots: { name: 'Asha' } }, startedBy: 'business' });
    expect(scenario && runScenario(scenario, shippedFlow, world).failures).toEqual([]);
  });

  it('is none where nothing was done', () => {
    expect(recorded(trying([]))).toBeNull();
  });
});

describe('answeredOtherwise', () => {
  const tryout = trying([said('a'), said('b'), said('c')]);

  it('keeps the later answers or drops them', () => {
    expect(answeredOtherwise(tryout, 1, said('x'), 'keep').steps).toEqual([said('a'), said('x'), said('c')]);
    expect(answeredOtherwise(tryout, 1, said('x'), 'drop').steps).toEqual([said('a'), said('x')]);
  });

  it('adds a step at the end', () => {
    expect(answeredOtherwise(tryout, 3, said('d'), 'drop').steps).toHaveLength(4);
  });
});

function recorded(tryout: Tryout) {
  return tryoutToScenario(shippedFlow, tryout, playTryout(shippedFlow, tryout, world), 'Recorded');
}
