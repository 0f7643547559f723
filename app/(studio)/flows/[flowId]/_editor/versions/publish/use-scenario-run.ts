import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Scenario } from '@/flows/scenarios/scenario';
import { useTRPC } from '../../../../../_trpc/trpc';
import { useEditor, useEditorStore } from '../../editor-context';
import { openEngine } from '../../try/open-engine';
import type { ScenarioOutcome } from '../../try/scenario-outcome';
import type { Place } from '../../try/try.worker';

export type ScenarioRunState =
  | Readonly<{ type: 'running'; done: number; count: number }>
  | Readonly<{ type: 'ended'; outcomes: readonly ScenarioOutcome[] }>
  | Readonly<{ type: 'failed'; retry: () => void }>;

/** What was played since the run began; `end` is why it failed, or that all were played. */
type Run = Readonly<{ outcomes: readonly ScenarioOutcome[]; end: 'none' | 'done' | Error }>;

const nothingPlayed: Run = { outcomes: [], end: 'none' };

/** Plays every scenario of the flow on the draft as it stands when the run begins. */
export function useScenarioRun(): ScenarioRunState {
  const flowId = useEditor((state) => state.flowId);
  const store = useEditorStore();
  const { data, error, refetch } = useQuery(useTRPC().scenarios.list.queryOptions({ flowId }));
  const [attempt, setAttempt] = useState(0);
  const [run, setRun] = useState(nothingPlayed);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt plays the same again.
  useEffect(() => {
    if (!data || data.length === 0) return;
    const { flow, knownFlows } = store.getState();
    return play({ flow, knownFlows }, data, setRun);
  }, [store, data, attempt]);

  if (error) return { type: 'failed', retry: () => void refetch() };
  if (data?.length === 0) return { type: 'ended', outcomes: [] };
  if (run.end instanceof Error) return { type: 'failed', retry: () => setAttempt(attempt + 1) };
  if (run.end === 'done') return { type: 'ended', outcomes: run.outcomes };
  return { type: 'running', done: run.outcomes.length, count: data?.length ?? 0 };
}

/** Tells the run as it goes on, until the way to stop it, which is returned, is used. */
function play(
  place: Place,
  scenarios: readonly Readonly<{ id: string; scenario: Scenario }>[],
  tell: (run: Run) => void,
): () => void {
  const engine = openEngine('scenarios');
  let run = nothingPlayed;
  let isOver = false;
  const go = (part: Partial<Run>) => {
    run = { ...run, ...part };
    if (!isOver) tell(run);
  };
  go({});
  engine
    .run(place, scenarios, (outcomes) => go({ outcomes: [...run.outcomes, ...outcomes] }))
    .then(() => go({ end: 'done' }))
    .catch((cause: unknown) => go({ end: new Error('The scenarios were not played.', { cause }) }));
  return () => {
    isOver = true;
    if (run.end === 'none') engine.stop();
  };
}
