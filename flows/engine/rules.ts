import type { FlowRule } from '../schema/flow';
import type { CompiledFlow } from './compile-flow';
import type { Turn } from './turn';

/** What the flow-wide rules decided: go somewhere, ask the pending question again, or let the state decide. */
export type Ruling =
  | Readonly<{ type: 'goTo'; to: string; remember: boolean; leavesSubflows: boolean }>
  | Readonly<{ type: 'repeat' }>
  | Readonly<{ type: 'route' }>;

/** Applies the first rule that fits this message: the running flow's own rules, then those of the flow that called it. */
export function applyRules(turn: Turn, root: CompiledFlow): Ruling {
  const own = ruleFor(turn, turn.flow);
  if (own) return apply(turn, own, false);
  const outer = turn.flow === root ? undefined : ruleFor(turn, root);
  return outer ? apply(turn, outer, true) : { type: 'route' };
}

function ruleFor(turn: Turn, flow: CompiledFlow): FlowRule | undefined {
  const intent = turn.reply?.understanding.intent;
  const candidates = intent === undefined ? undefined : flow.rules.get(intent);
  return candidates?.find((rule) => !rule.except.includes(turn.stateId) && turn.holds(rule.condition));
}

function apply(turn: Turn, rule: FlowRule, leavesSubflows: boolean): Ruling {
  const { action } = rule;
  const intent = turn.reply?.understanding.intent ?? 'out_of_scope';
  turn.emit({ type: 'rule.matched', rule: rule.id, intent, ...(rule.condition ? { isNarrow: true } : {}) });
  if (action.type === 'goTo') {
    return { type: 'goTo', to: action.to, remember: action.remember ?? false, leavesSubflows };
  }
  turn.speaker = `rule:${rule.id}`;
  if (action.type === 'changeLanguage') {
    turn.say(action.say, 'action.say');
  } else {
    turn.answer(action.answers[intent], `action.answers.${intent}`);
  }
  turn.speaker = turn.stateId;
  return action.type === 'answer' && action.afterwards === 'route' ? { type: 'route' } : { type: 'repeat' };
}
