import { expose } from 'comlink';
import type { World } from '@/flows/scenarios/conversation';
import { playInLanguages } from '@/flows/scenarios/play-in-languages';
import { runScenario } from '@/flows/scenarios/run-scenario';
import type { Scenario } from '@/flows/scenarios/scenario';
import { scenariosForUncovered, type WrittenScenarios } from '@/flows/scenarios/write-scenarios';
import { equivalentPhrases } from '@/flows/scenarios/writing/equivalent-phrases';
import type { Flow } from '@/flows/schema/flow';
import { loadReader } from '@/flows/understanding/load-reader';
import { defaultProductFacts } from '@/prompts/facts/product-facts';
import { languages } from '@/prompts/load-languages';
import type { Play } from './play';
import { playTryout } from './play-tryout';
import type { ComparedLanguages, ScenarioOutcome } from './scenario-outcome';
import type { Tryout } from './tryout';

/** The draft, and the published flows that it calls. */
export type Place = Readonly<{ flow: Flow; knownFlows: Readonly<Record<string, Flow>> }>;
export type TellOutcomes = (outcomes: readonly ScenarioOutcome[]) => void | Promise<void>;
export type NamedScenario = Readonly<{ id: string; scenario: Scenario }>;

// Read once: it takes longer than playing a conversation.
const reader = loadReader();

const TELL_EVERY_MS = 150;

/** The engine beside the drawing: the same that talks to customers, off the main thread. */
const tryWorker = {
  play: (place: Place, tryout: Tryout): Play => playTryout(place.flow, tryout, worldOf(place)),

  /** Plays scenarios one after the other and tells the outcomes a few times a second. All are taken when it ends. */
  async run(place: Place, scenarios: readonly NamedScenario[], tell: TellOutcomes): Promise<void> {
    const world = worldOf(place);
    let outcomes: ScenarioOutcome[] = [];
    let toldAt = performance.now();
    for (const { id, scenario } of scenarios) {
      outcomes.push({ id, ...runScenario(scenario, place.flow, world) });
      if (performance.now() - toldAt < TELL_EVERY_MS) continue;
      await tell(outcomes);
      outcomes = [];
      toldAt = performance.now();
    }
    await tell(outcomes);
  },

  async write(place: Place, covered: ReadonlySet<string>): Promise<WrittenScenarios> {
    const utterances = (await readUtterances())[place.flow.defaultLanguage];
    return scenariosForUncovered(place.flow, covered, worldOf(place), (intent) => {
      const { native = [], latin = [] } = utterances?.[intent] ?? {};
      return [...native, ...latin];
    });
  },

  async compare(place: Place, scenario: Scenario): Promise<ComparedLanguages> {
    const phraseFor = equivalentPhrases(await readUtterances(), languages);
    return playInLanguages(scenario, place.flow.languages, phraseFor, place.flow, worldOf(place));
  },
};
export type TryWorker = typeof tryWorker;

expose(tryWorker);

function worldOf({ knownFlows }: Place): World {
  return { subflows: knownFlows, reader, packs: languages, facts: defaultProductFacts };
}

/** What customers say is needed for writing only, and is large. */
async function readUtterances() {
  const { loadUtterances } = await import('@/prompts/load-utterances');
  return loadUtterances();
}
