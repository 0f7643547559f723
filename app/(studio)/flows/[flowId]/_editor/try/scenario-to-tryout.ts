import type { Scenario } from '@/flows/scenarios/scenario';
import type { Tryout, TryStep } from './tryout';

/** A scenario as a try-out that does the same; null when time passes in it in a way that we don't read. */
export function scenarioToTryout(scenario: Scenario, defaultLanguage: string): Tryout | null {
  const steps = scenario.steps.map(stepsOf);
  if (steps.includes(null)) return null;
  return {
    start: {
      state: scenario.startAt?.state ?? null,
      slots: scenario.startAt?.slots ?? {},
      language: scenario.language ?? defaultLanguage,
      startedBy: scenario.startedBy,
      now: scenario.now,
      timezone: scenario.timezone,
      persona: null,
    },
    steps: steps.flatMap((step) => step ?? []),
  };
}

/** In the order in which a scenario plays them; a tap among written messages becomes a message of its own. */
function stepsOf({ passes, said, understoodAs, tap, effect }: Scenario['steps'][number]): TryStep[] | null {
  const seconds = passes === undefined ? 0 : secondsIn(passes);
  if (seconds === null) return null;
  const texts = said === undefined ? [] : [said].flat();
  return [
    ...(seconds > 0 ? [{ type: 'passed' as const, seconds }] : []),
    ...(texts.length > 0 ? [{ type: 'said' as const, texts, understoodAs: understoodAs ?? null }] : []),
    ...(tap === undefined ? [] : [{ type: 'tapped' as const, id: tap, title: tap }]),
    ...(effect ? [{ type: 'settled' as const, result: effect }] : []),
  ];
}

const DURATION = /^P(?:(?<days>\d+)D)?(?:T(?:(?<hours>\d+)H)?(?:(?<minutes>\d+)M)?(?:(?<seconds>\d+)S)?)?$/;

/** "PT20H" in seconds; null for months, years and fractions, which scenarios hardly need. */
function secondsIn(duration: string): number | null {
  const groups = DURATION.exec(duration)?.groups;
  if (!groups) return null;
  const { days = '0', hours = '0', minutes = '0', seconds = '0' } = groups;
  return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
}
