import { nearestName } from '../../check/known-names';
import type { Flow } from '../../schema/flow';
import { removeRule } from '../rules';
import { boldFix, type FixRule, safeFix } from './fix';

/** A rule goes to a state that exists, and makes exceptions only for such. */
export const ruleUnknownState: FixRule = {
  code: 'rule.unknown_state',
  fixes: (issue, flow) => {
    const { rule = '', path } = issue.place;
    const known = new Set(flow.states.map(({ id }) => id));
    if (path === 'except') {
      return [safeFix('except', 'Remove the exception', (now) => onlyExcept(now, rule, known))];
    }
    const action = flow.rules.find(({ id }) => id === rule)?.action;
    const meant = action?.type === 'goTo' ? nearestName(action.to, known) : undefined;
    return [
      ...(meant === undefined ? [] : [boldFix('nearest', `Go to “${meant}”`, (now) => goTo(now, rule, meant))]),
      { kind: 'chooseState', id: 'choose', label: 'Go to…', change: (now, to) => goTo(now, rule, to) },
      boldFix('remove', 'Remove the rule', (now) => removeRule(now, rule)),
    ];
  },
};

function onlyExcept(flow: Flow, id: string, known: ReadonlySet<string>): Flow {
  return {
    ...flow,
    rules: flow.rules.map((rule) =>
      rule.id === id ? { ...rule, except: rule.except.filter((state) => known.has(state)) } : rule,
    ),
  };
}

function goTo(flow: Flow, id: string, to: string): Flow {
  return {
    ...flow,
    rules: flow.rules.map((rule) =>
      rule.id === id && rule.action.type === 'goTo' ? { ...rule, action: { ...rule.action, to } } : rule,
    ),
  };
}
