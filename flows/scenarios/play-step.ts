import { Temporal } from 'temporal-polyfill';
import type { Flow } from '../schema/flow';
import type { IncomingContent } from '../schema/message';
import { Conversation, type ConversationTurn, type World } from './conversation';
import type { Scenario } from './scenario';

export type ScenarioStep = Scenario['steps'][number];

/** The conversation that a scenario is about, before anything is said in it. */
export function beginScenario(scenario: Scenario, flow: Flow, world: World): Conversation {
  return new Conversation(
    {
      flow,
      language: scenario.language ?? flow.defaultLanguage,
      timezone: scenario.timezone,
      nowMs: Temporal.Instant.from(scenario.now).epochMilliseconds,
      ...(scenario.startAt ? { startAt: scenario.startAt } : {}),
    },
    world,
  );
}

/** Plays one step: time passes, then the customer speaks or taps, then the pending outside call ends. */
export function playStep(step: ScenarioStep, conversation: Conversation): ConversationTurn[] {
  const turns: ConversationTurn[] = [];
  if (step.passes !== undefined) {
    turns.push(...conversation.pass(Temporal.Duration.from(step.passes).total('milliseconds')));
  }
  const contents = contentsOf(step, conversation);
  if (contents.length > 0) turns.push(conversation.hear(contents, step.understoodAs ?? null));
  if (step.effect) turns.push(conversation.settle(step.effect));
  return turns;
}

function contentsOf(step: ScenarioStep, conversation: Conversation): IncomingContent[] {
  const texts = step.said === undefined ? [] : [step.said].flat();
  const typed = texts.map((text): IncomingContent => ({ type: 'text', text }));
  return step.tap === undefined ? typed : [...typed, tapOf(step.tap, conversation)];
}

/** A tap names the choice, or `<state>/<choice>` when it is an old one. */
export function tapOf(tap: string, conversation: Conversation): Extract<IncomingContent, { type: 'choice' }> {
  const { wait } = conversation.current;
  const offered = wait?.type === 'reply' ? wait.choices : [];
  const choice = offered.find(({ id }) => id === tap || id.endsWith(`/${tap}`));
  return { type: 'choice', id: choice?.id ?? tap, title: choice?.title ?? tap };
}
