import { proxy, type Remote, wrap } from 'comlink';
import type { Scenario } from '@/flows/scenarios/scenario';
import type { WrittenScenarios } from '@/flows/scenarios/write-scenarios';
import type { Play } from './play';
import type { ComparedLanguages } from './scenario-outcome';
import type { NamedScenario, Place, TellOutcomes, TryWorker } from './try.worker';
import type { Tryout } from './tryout';

/** The engine in a worker. What is asked fails, instead of never being answered, when the worker ends. */
export type TryEngine = Readonly<{
  play: (place: Place, tryout: Tryout) => Promise<Play>;
  run: (place: Place, scenarios: readonly NamedScenario[], tell: TellOutcomes) => Promise<void>;
  write: (place: Place, covered: ReadonlySet<string>) => Promise<WrittenScenarios>;
  compare: (place: Place, scenario: Scenario) => Promise<ComparedLanguages>;
  /** Ends the worker at once; what it was asked fails with `EngineStopped`. */
  stop: () => void;
}>;

/** Somebody wanted the engine to stop. */
export class EngineStopped extends Error {}

/** Talking is waited for at every word, running all scenarios is not: each has a worker of its own. */
export type EngineUse = 'talk' | 'scenarios';

const engines = new Map<EngineUse, TryEngine>();

/** Starts a worker when it is first needed, and gives the same one again: what it has read stays read. */
export function openEngine(use: EngineUse): TryEngine {
  const engine = engines.get(use) ?? start(() => engines.delete(use));
  engines.set(use, engine);
  return engine;
}

/** A worker that nobody asked for this long ends, and its memory is free. */
const REST_MS = 5 * 60_000;

function start(onEnd: () => void): TryEngine {
  const worker = new Worker(new URL('./try.worker.ts', import.meta.url), { type: 'module' });
  const remote: Remote<TryWorker> = wrap<TryWorker>(worker);
  const { promise: ended, reject } = withReject();
  const end = (reason: Error): void => {
    onEnd();
    worker.terminate();
    reject(reason);
  };
  worker.addEventListener('error', (event) => {
    end(new Error('The engine did not start in this browser.', { cause: event }));
  });
  let rest: ReturnType<typeof setTimeout> | undefined;
  const answered = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    clearTimeout(rest);
    const came = await Promise.race([answer, ended]);
    clearTimeout(rest);
    rest = setTimeout(() => end(new EngineStopped('Nobody asked.')), REST_MS);
    return came;
  };
  return {
    play: (place, tryout) => answered(remote.play(place, tryout)),
    run: (place, scenarios, tell) => answered(remote.run(place, scenarios, proxy(tell))),
    write: (place, covered) => answered(remote.write(place, covered)),
    compare: (place, scenario) => answered(remote.compare(place, scenario)),
    stop: () => end(new EngineStopped('Stopped.')),
  };
}

function withReject(): { promise: Promise<never>; reject: (reason: Error) => void } {
  let reject: (reason: Error) => void = () => undefined;
  const promise = new Promise<never>((_, refuse) => {
    reject = refuse;
  });
  promise.catch(() => undefined); // whoever waits for an answer is told
  return { promise, reject };
}
