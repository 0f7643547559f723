import { describe, expect, it, vi } from 'vitest';
import { runScenario } from '@/flows/scenarios/run-scenario';
import { type Scenario, scenario as scenarioSchema } from '@/flows/scenarios/scenario';
import { EngineStopped, type TryEngine } from '../open-engine';
import { shippedFlow, world } from '../testdata/shipped';
import { paintOf } from './paint-of';
import { createScenarioStore } from './scenario-store';

const passing = scenarioOf('introduction');
const failing = scenarioOf('closing');

describe('the scenarios of a draft', () => {
  it('are run, and what came is painted', async () => {
    const store = open({});
    await store.getState().run([passing, failing]);
    const state = store.getState();
    expect(state).toMatchObject({ doing: null, problem: null, ranOn: shippedFlow });
    expect([...state.outcomes.values()].map(({ ok }) => ok)).toEqual([true, false]);
    const { uncovered, failed } = paintOf(state);
    expect(failed).toEqual(new Set(['initial']));
    expect(uncovered?.states).toContain('closing');
    expect(uncovered?.states).not.toContain('introduction');
    expect(paintOf({ ...state, isPainted: false })).toEqual({ uncovered: null, failed: new Set() });
  });

  it('keep what came before somebody stopped them, and that is no problem', async () => {
    const store = open({
      run: async (_place, _scenarios, tell) => {
        await tell([{ id: passing.id, ...runScenario(passing.scenario, shippedFlow, world) }]);
        throw new EngineStopped('Stopped.');
      },
    });
    await store.getState().run([passing, failing]);
    expect(store.getState()).toMatchObject({ doing: null, problem: null });
    expect(store.getState().outcomes.size).toBe(1);
  });

  it('say when the engine does not start', async () => {
    const store = open({ run: () => Promise.reject(new Error('no worker')) });
    await store.getState().run([passing]);
    expect(store.getState()).toMatchObject({ doing: null, problem: 'It did not start.' });
  });

  it('are not run twice at a time', async () => {
    const run = vi.fn<TryEngine['run']>(() => Promise.resolve());
    const store = open({ run });
    await Promise.all([store.getState().run([passing]), store.getState().run([passing])]);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('have more written for what they did not take', async () => {
    const write = vi.fn<TryEngine['write']>(() => Promise.resolve({ written: [], unreached: [] }));
    const store = open({ write });
    await store.getState().run([passing]);
    await store.getState().write();
    expect(write.mock.calls[0]?.[1]).toContain('initial:interested');
    expect(store.getState().written).toEqual({ written: [], unreached: [] });
    await store.getState().run([passing]);
    expect(store.getState().written, 'a new run asks anew').toBeNull();
  });
});

function open(part: Partial<TryEngine>) {
  const engine: TryEngine = {
    play: () => Promise.reject(new Error('not asked for')),
    run: async ({ flow }, scenarios, tell) => {
      await tell(scenarios.map(({ id, scenario }) => ({ id, ...runScenario(scenario, flow, world) })));
    },
    write: () => Promise.reject(new Error('not asked for')),
    compare: () => Promise.reject(new Error('not asked for')),
    stop: () => undefined,
    ...part,
  };
  return createScenarioStore({
    place: () => ({ flow: shippedFlow, knownFlows: {} }),
    engine: () => engine,
    sayProblem: () => 'It did not start.',
  });
}

function scenarioOf(state: string): Readonly<{ id: string; scenario: Scenario }> {
  const steps = [{ said: 'Hi, I need a loan', expect: { state } }];
  const now = '2026-11-24T11:00:00+05:30';
  return { id: state, scenario: scenarioSchema.parse({ name: state, flow: shippedFlow.id, now, steps }) };
}
