import { compileFlow } from '../../engine/compile-flow';
import type { Flow } from '../../schema/flow';
import { type Intent, intentFamilies, intents } from '../../schema/intents';
import type { SlotName } from '../../schema/slots';
import { type Conversation, dueMsOf, type World } from '../conversation';
import type { ScenarioStep } from '../play-step';
import type { Edge } from './routes';
import { sampleValues, slotDefinition } from './sample-slots';
import { wordsForValue } from './words-for-value';

/** Something a customer or a clock may do, up to so many times, so that an outcome comes. Null: there is nothing to do. */
export type Move = Readonly<{ times: number; step: (conversation: Conversation) => ScenarioStep | null }>;

/** What customers say with an intent, in the flow's default language. */
export type PhrasesFor = (intent: Intent) => readonly string[];

export type MoveContext = Readonly<{ flow: Flow; world: World; phrasesFor: PhrasesFor }>;

const PHRASES_OF_INTENT = 6;
const PHRASES_OF_FAMILY = 2;
const MOST_TRIES = 12;

/** What may make a waiting state leave along an edge, the simplest first. None when nobody knows how. */
export function movesFor(edge: Edge, context: MoveContext): readonly Move[] {
  if (edge.type === 'rule') {
    return edge.rule.intents.flatMap((intent) => phrases(intent, context, PHRASES_OF_FAMILY)).map(say);
  }
  const { from, outcome } = edge.transition;
  const [kind = '', name = ''] = split(outcome);
  switch (kind) {
    case 'intent':
      return movesForIntents(
        from,
        intents.filter((intent) => intent === name),
        context,
        PHRASES_OF_INTENT,
      );
    case 'family':
      return movesForIntents(from, intentsOfFamily(name, from, context.flow), context, PHRASES_OF_FAMILY);
    case 'choice':
      return [tap(name)];
    case 'timeout':
    case 'next':
      return [pass];
    case 'gave_up':
      return [{ ...say('zqx wvk'), times: MOST_TRIES }, pass];
    case 'replied':
      return phrases('greet', context, PHRASES_OF_FAMILY).map(say);
    case 'ok':
      return [settle({ ok: true, status: 200, body: {} })];
    case 'failed':
      return [settle({ ok: false, code: 'http.timeout' })];
    case 'filled':
    case 'complete':
    case 'returned':
      return [answerWhatIsAsked(context)];
    default:
      return [];
  }
}

/** The first words of somebody who begins a conversation in the middle. */
export function firstWords(context: MoveContext): readonly Move[] {
  return phrases('greet', context, 1).map(say);
}

function split(outcome: string): string[] {
  const colon = outcome.indexOf(':');
  return colon === -1 ? [outcome] : [outcome.slice(0, colon), outcome.slice(colon + 1)];
}

/** A tap on a choice that means the intent, then typed words. */
function movesForIntents(from: string, wanted: readonly Intent[], context: MoveContext, most: number): Move[] {
  const choices = compileFlow(context.flow).states.get(from)?.behaviour.choices ?? [];
  const taps = choices.filter(({ intent }) => intent !== undefined && wanted.includes(intent));
  return [...taps.map(({ id }) => tap(id)), ...wanted.flatMap((intent) => phrases(intent, context, most).map(say))];
}

/** Those first that neither a rule nor a transition of their own takes before the family's. */
function intentsOfFamily(family: string, from: string, flow: Flow): readonly Intent[] {
  const taken = new Set([
    ...flow.rules.filter((rule) => !rule.except.includes(from)).flatMap((rule) => rule.intents),
    ...flow.transitions
      .filter((transition) => transition.from === from)
      .map(({ outcome }) => outcome.slice('intent:'.length)),
  ]);
  const members = intents.filter((intent) => intentFamilies[intent] === family);
  return members.toSorted((one, other) => Number(taken.has(one)) - Number(taken.has(other)));
}

function phrases(intent: Intent, { phrasesFor }: MoveContext, most: number): readonly string[] {
  return phrasesFor(intent).slice(0, most);
}

function say(text: string): Move {
  return { times: 1, step: () => ({ said: text, expect: {} }) };
}

function tap(choice: string): Move {
  return { times: 1, step: () => ({ tap: choice, expect: {} }) };
}

function settle(effect: NonNullable<ScenarioStep['effect']>): Move {
  return { times: 1, step: () => ({ effect, expect: {} }) };
}

/** Lets time pass until the pending wait runs out. */
const pass: Move = {
  times: 1,
  step: ({ current, clockMs }) => {
    const dueMs = dueMsOf(current.wait);
    if (dueMs === null) return null;
    const seconds = Math.max(1, Math.ceil((dueMs - clockMs) / 1000));
    return { passes: seconds % 3600 === 0 ? `PT${seconds / 3600}H` : `PT${seconds}S`, expect: {} };
  },
};

/** Answers one question after the other, with a tap where one is offered. */
function answerWhatIsAsked(context: MoveContext): Move {
  return {
    times: MOST_TRIES,
    step: ({ current: { wait } }) => {
      if (wait?.type !== 'reply') return null;
      const [choice] = wait.choices;
      if (choice) return { tap: choice.id.slice(choice.id.lastIndexOf('/') + 1), expect: {} };
      const [slot] = wait.expects;
      const text = slot === undefined ? phrases('affirm', context, 1)[0] : answerTo(slot, context);
      return text === undefined ? null : { said: text, expect: {} };
    },
  };
}

function answerTo(slot: SlotName, { flow, world }: MoveContext): string | undefined {
  const definition = slotDefinition(flow, slot);
  if (!definition) return undefined;
  const [value] = sampleValues(slot, definition);
  return value === undefined ? undefined : wordsForValue(slot, value, definition, world.packs[flow.defaultLanguage]);
}
