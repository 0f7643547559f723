import { readReply } from '../engine/read-reply';
import { textOfContent } from '../rendering/text-of-content';
import type { Flow } from '../schema/flow';
import type { LanguageCode } from '../schema/language';
import type { Reply } from '../schema/turn-input';
import type { Conversation, ConversationTurn, World } from './conversation';
import { beginScenario, playStep, type ScenarioStep } from './play-step';
import type { Scenario } from './scenario';
import type { Heard, PhraseFor } from './writing/equivalent-phrases';

/** A scenario as it went in one language. */
export type LanguagePlay = Readonly<{
  language: LanguageCode;
  steps: readonly LanguageStep[];
  /** The states that were entered, in order. */
  path: readonly string[];
  /** The first step, from 1, that took other states or transitions than in the scenario's own language. */
  differsAt: number | null;
  /** Steps, from 1, for which no words were found that are read the same: a difference there may come from the reading. */
  misread: readonly number[];
}>;

/** What was said to the flow and by it, and where that led. */
export type LanguageStep = Readonly<{
  heard: readonly string[];
  said: readonly string[];
  entered: readonly string[];
  transitions: readonly string[];
  state: string;
}>;

/**
 * Plays a scenario in several languages: taps, times and effects stay; what is said becomes words of the language that are
 * read as the same intent and facts. In the scenario's own language its own words are said.
 */
export function playInLanguages(
  scenario: Scenario,
  languages: readonly LanguageCode[],
  phraseFor: PhraseFor,
  flow: Flow,
  world: World,
): readonly LanguagePlay[] {
  const own = scenario.language ?? flow.defaultLanguage;
  const base = play({ ...scenario, language: own }, flow, world, (step) => ({ step, isSame: true }));
  return languages.map((language) => {
    if (language === own) return toPlay(language, base, base);
    const translated = play({ ...scenario, language }, flow, world, (step, index, conversation) =>
      translate(step, base[index]?.heard ?? null, { language, phraseFor, conversation, world }),
    );
    return toPlay(language, translated, base);
  });
}

type Translated = Readonly<{ step: ScenarioStep; isSame: boolean }>;
type PlayedStep = Readonly<{ step: LanguageStep; heard: Heard | null; isSame: boolean }>;

function play(
  scenario: Scenario,
  flow: Flow,
  world: World,
  translated: (step: ScenarioStep, index: number, conversation: Conversation) => Translated,
): readonly PlayedStep[] {
  const conversation = beginScenario(scenario, flow, world);
  if (scenario.startedBy === 'business') conversation.begin();
  return scenario.steps.map((original, index) => {
    const { step, isSame } = translated(original, index, conversation);
    const turns = playStep(step, conversation);
    const reply = turns.findLast((turn) => turn.reply)?.reply ?? null;
    return { step: toStep(step, turns, conversation), heard: heardIn(step, reply), isSame };
  });
}

type Translating = Readonly<{
  language: LanguageCode;
  phraseFor: PhraseFor;
  conversation: Conversation;
  world: World;
}>;

/** The first phrase that is read the same, at this point of the conversation; else the first one. */
function translate(step: ScenarioStep, heard: Heard | null, translating: Translating): Translated {
  if (step.said === undefined || !heard) return { step, isSame: true };
  const phrases = translating.phraseFor(heard, translating.language);
  const same = phrases.find((phrase) => isReadAs(phrase, heard, translating));
  return { step: { ...step, said: same ?? phrases[0] ?? step.said }, isSame: same !== undefined };
}

function isReadAs(text: string, heard: Heard, { conversation, world, language }: Translating): boolean {
  const { current, clockMs } = conversation;
  const message = { id: 'phrase', at: new Date(clockMs).toISOString(), content: { type: 'text' as const, text } };
  const { understanding } = readReply([message], current, world.reader, clockMs);
  const { intent, slots } = understanding;
  const names = new Set([...Object.keys(slots), ...Object.keys(heard.slots)]);
  return (
    understanding.language === language &&
    intent === heard.intent &&
    [...names].every((slot) => slots[slot]?.value === heard.slots[slot])
  );
}

function heardIn({ said }: ScenarioStep, reply: Reply | null): Heard | null {
  if (said === undefined || !reply) return null;
  const { intent, slots } = reply.understanding;
  const values = Object.entries(slots).map(([slot, { value }]) => [slot, value] as const);
  return { text: [said].flat().join('\n'), intent, slots: Object.fromEntries(values) };
}

function toStep(
  { said, tap, passes }: ScenarioStep,
  turns: readonly ConversationTurn[],
  { current }: Conversation,
): LanguageStep {
  const events = turns.flatMap((turn) => turn.events);
  return {
    heard: [...[said ?? []].flat(), ...(tap === undefined ? [] : [`[${tap}]`]), ...(passes ? [`[${passes}]`] : [])],
    said: turns.flatMap(({ bubbles }) => bubbles.map(({ content }) => textOfContent(content))),
    entered: events.flatMap((event) => (event.type === 'state.entered' ? [event.state] : [])),
    transitions: events.flatMap((event) => (event.type === 'transition.taken' ? [event.transition] : [])),
    state: current.state,
  };
}

function toPlay(language: LanguageCode, played: readonly PlayedStep[], base: readonly PlayedStep[]): LanguagePlay {
  const other = played.findIndex(({ step }, index) => wayOf(step) !== wayOf(base[index]?.step));
  return {
    language,
    steps: played.map(({ step }) => step),
    path: played.flatMap(({ step }) => step.entered),
    differsAt: other === -1 ? null : other + 1,
    misread: played.flatMap(({ isSame }, index) => (isSame ? [] : [index + 1])),
  };
}

function wayOf(step: LanguageStep | undefined): string {
  return JSON.stringify([step?.entered, step?.transitions, step?.state]);
}
