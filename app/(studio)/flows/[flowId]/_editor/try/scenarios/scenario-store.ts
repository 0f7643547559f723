import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Scenario } from '@/flows/scenarios/scenario';
import type { WrittenScenarios } from '@/flows/scenarios/write-scenarios';
import type { Flow } from '@/flows/schema/flow';
import { EngineStopped, type TryEngine } from '../open-engine';
import type { ComparedLanguages, ScenarioOutcome } from '../scenario-outcome';
import type { Place } from '../try.worker';

export type ScenarioState = Readonly<{
  doing: Readonly<{ type: 'run'; count: number }> | Readonly<{ type: 'write' | 'compare' }> | null;
  problem: string | null;
  outcomes: ReadonlyMap<string, ScenarioOutcome>;
  /** The draft that `outcomes` are of. */
  ranOn: Flow | null;
  /** Whether the drawing shows what was not covered and where it failed. */
  isPainted: boolean;
  written: WrittenScenarios | null;
  /** By the scenario's id. */
  compared: ReadonlyMap<string, ComparedLanguages>;
}>;

export type ScenarioActs = Readonly<{
  run: (scenarios: readonly Readonly<{ id: string; scenario: Scenario }>[]) => Promise<void>;
  write: () => Promise<void>;
  forgetWritten: () => void;
  compare: (id: string, scenario: Scenario) => Promise<void>;
  stop: () => void;
  paint: (isPainted: boolean) => void;
}>;

export type ScenarioStore = StoreApi<ScenarioState & ScenarioActs>;

type World = Readonly<{
  place: () => Place;
  engine: () => TryEngine;
  sayProblem: () => string;
}>;

/** The memory of the scenarios that were run on a draft. */
export function createScenarioStore({ place, engine, sayProblem }: World): ScenarioStore {
  return createStore<ScenarioState & ScenarioActs>()((set, get) => {
    /** One thing at a time; stopping is no problem, and what came so far stays. */
    const during = async (doing: NonNullable<ScenarioState['doing']>, act: () => Promise<void>): Promise<void> => {
      if (get().doing !== null) return;
      set({ doing, problem: null });
      try {
        await act();
      } catch (error) {
        if (!(error instanceof EngineStopped)) set({ problem: sayProblem() });
      } finally {
        set({ doing: null });
      }
    };

    return {
      doing: null,
      problem: null,
      outcomes: new Map(),
      ranOn: null,
      isPainted: true,
      written: null,
      compared: new Map(),

      run: (scenarios) =>
        during({ type: 'run', count: scenarios.length }, async () => {
          const on = place();
          set({ outcomes: new Map(), ranOn: on.flow, written: null });
          await engine().run(on, scenarios, (told) => {
            set({ outcomes: new Map([...get().outcomes, ...told.map((outcome) => [outcome.id, outcome] as const)]) });
          });
        }),
      write: () =>
        during({ type: 'write' }, async () => {
          const outcomes = [...get().outcomes.values()];
          const covered = new Set(outcomes.flatMap(({ takenTransitions }) => [...takenTransitions]));
          set({ written: await engine().write(place(), covered) });
        }),
      forgetWritten: () => set({ written: null }),
      compare: (id, scenario) =>
        during({ type: 'compare' }, async () => {
          const languages = await engine().compare(place(), scenario);
          set({ compared: new Map(get().compared).set(id, languages) });
        }),
      stop: () => engine().stop(),
      paint: (isPainted) => set({ isPainted }),
    };
  });
}
