import type { Flow } from '../schema/flow';
import type { Intent } from '../schema/intents';
import type { Session } from '../schema/session';
import { compileFlow } from './compile-flow';

/** Whether a model may word an answer where this session stands. */
export function answersFreely(flow: Flow, session: Session, subflows: Readonly<Record<string, Flow>>): boolean {
  const called = session.calls.at(-1);
  const current = (called && subflows[called.flowId]) || flow;
  return compileFlow(current).states.get(session.state)?.behaviour.answersFreely ?? false;
}

/** Intents that ask for an answer: a question or a concern. */
export function wantsAnswer(intent: Intent): boolean {
  return intent === 'needs_more_info' || intent.startsWith('ask_') || intent.startsWith('objection_');
}
