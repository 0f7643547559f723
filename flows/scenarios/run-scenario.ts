import type { Flow } from '../schema/flow';
import type { Conversation, ConversationTurn, World } from './conversation';
import { beginScenario, playStep, type ScenarioStep } from './play-step';
import type { Scenario } from './scenario';

/** What did not hold in a step, in a sentence, with what came back. `state` is where the step found the conversation. */
export type ScenarioFailure = Readonly<{ step: number; said: string; state: string; message: string }>;

export type ScenarioResult = Readonly<{
  name: string;
  ok: boolean;
  failures: readonly ScenarioFailure[];
  visitedStates: ReadonlySet<string>;
  takenTransitions: ReadonlySet<string>;
  matchedRules: ReadonlySet<string>;
}>;

/** Plays a scenario against a flow and compares everything it expects. */
export function runScenario(scenario: Scenario, flow: Flow, world: World): ScenarioResult {
  const conversation = beginScenario(scenario, flow, world);
  const turns: ConversationTurn[] = [];
  const failures: ScenarioFailure[] = [];
  if (scenario.startedBy === 'business') turns.push(conversation.begin());
  for (const [index, step] of scenario.steps.entries()) {
    const { state } = conversation.current;
    const taken = playStep(step, conversation);
    turns.push(...taken);
    for (const message of compare(step, taken, conversation)) {
      failures.push({ step: index + 1, said: toldOf(step), state, message });
    }
  }
  return { name: scenario.name, ok: failures.length === 0, failures, ...coverageOf(turns) };
}

function compare({ expect }: ScenarioStep, taken: readonly ConversationTurn[], conversation: Conversation): string[] {
  const events = taken.flatMap((turn) => turn.events);
  const types: ReadonlySet<string> = new Set(events.map((event) => event.type));
  const said = taken.flatMap((turn) => turn.bubbles.map((bubble) => JSON.stringify(bubble.content))).join('\n');
  const texts = said.replaceAll('\\n', '\n');
  const session = conversation.current;
  const understanding = taken.findLast((turn) => turn.reply)?.reply?.understanding;
  const entered = events.flatMap((event) => (event.type === 'state.entered' ? [event.state] : []));
  const transitions = events.flatMap((event) => (event.type === 'transition.taken' ? [event.transition] : []));
  const failures: (string | null)[] = [
    differs('state', expect.state, session.state),
    differs('intent', expect.intent, understanding?.intent),
    differs('language', expect.language, session.language),
    differs('ended', expect.ended, session.status === 'ended'),
    ...(expect.entered ?? []).map((state) => missing('entered', state, entered)),
    ...(expect.transitions ?? []).map((id) => missing('transition', id, transitions)),
    ...(expect.events ?? []).map((type) => missing('event', type, [...types])),
    ...(expect.noEvents ?? []).map((type) => (types.has(type) ? `the event ${type} was not expected` : null)),
    ...(expect.says ?? []).map((text) => (texts.includes(text) ? null : `"${text}" was not said; said: ${texts}`)),
    ...(expect.saysNot ?? []).map((text) => (texts.includes(text) ? `"${text}" was said: ${texts}` : null)),
    ...Object.entries(expect.slots ?? {}).map(([slot, value]) =>
      differs(`slot ${slot}`, value, session.slots[slot]?.value ?? null),
    ),
  ];
  return failures.filter((failure) => failure !== null);
}

function differs(what: string, expected: unknown, actual: unknown): string | null {
  if (expected === undefined || expected === actual) return null;
  return `${what}: expected ${JSON.stringify(expected)}, came ${JSON.stringify(actual)}`;
}

function missing(what: string, expected: string, actual: readonly string[]): string | null {
  return actual.includes(expected) ? null : `${what} ${expected} did not come; came: ${actual.join(', ')}`;
}

function coverageOf(
  turns: readonly ConversationTurn[],
): Pick<ScenarioResult, 'visitedStates' | 'takenTransitions' | 'matchedRules'> {
  const visitedStates = new Set<string>();
  const takenTransitions = new Set<string>();
  const matchedRules = new Set<string>();
  for (const event of turns.flatMap((turn) => turn.events)) {
    if (event.type === 'state.entered') visitedStates.add(event.state);
    if (event.type === 'transition.taken') takenTransitions.add(event.transition);
    if (event.type === 'rule.matched') matchedRules.add(event.rule);
  }
  return { visitedStates, takenTransitions, matchedRules };
}

function toldOf(step: ScenarioStep): string {
  const said = step.said === undefined ? [] : [step.said].flat();
  return [...said, ...(step.tap ? [`[taps ${step.tap}]`] : []), ...(step.passes ? [`[${step.passes}]`] : [])].join(
    ' / ',
  );
}
