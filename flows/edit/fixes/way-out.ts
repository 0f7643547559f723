import { type Flow, flowRule } from '../../schema/flow';
import type { Intent } from '../../schema/intents';
import { addState } from '../add-state';
import { freeName } from '../free-name';
import { placeBeside } from './place-beside';

/** The flow with an end state, added where there is none, and its id. */
export function endOf(flow: Flow): readonly [Flow, string] {
  const there = flow.states.find(({ type }) => type === 'end');
  if (there) return [flow, there.id];
  const added = addState(flow, { type: 'end', position: placeBeside(flow) });
  return [added, added.states.at(-1)?.id ?? flow.start];
}

/** The flow with a first rule that leads an intent to a state. */
export function withRuleTo(flow: Flow, to: string, wantedId: string, intent: Intent): Flow {
  const taken = flow.rules.map(({ id }) => id);
  const id = freeName(wantedId, taken, 64);
  const rule = flowRule.safeParse({ id, intents: [intent], action: { type: 'goTo', to } });
  return rule.success ? { ...flow, rules: [rule.data, ...flow.rules] } : flow;
}
