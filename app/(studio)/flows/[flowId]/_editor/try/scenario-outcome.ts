import type { LanguagePlay } from '@/flows/scenarios/play-in-languages';
import type { ScenarioResult } from '@/flows/scenarios/run-scenario';

/** How a scenario went on the draft, by the scenario's id. */
export type ScenarioOutcome = Readonly<{ id: string }> & ScenarioResult;

/** One scenario in every language of the flow. */
export type ComparedLanguages = readonly LanguagePlay[];
