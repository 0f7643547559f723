import type { Flow } from '../../schema/flow';
import { removeRule, setRule } from '../rules';
import { boldFix, type FixRule } from './fix';

/** An intent without an answer leaves its rule; a rule without intents goes. */
export const ruleNoAnswer: FixRule = {
  code: 'rule.no_answer',
  fixes: ({ place }) => {
    const intent = place.path?.split('.').at(-1) ?? '';
    return [
      boldFix('remove', `Take “${intent}” out of the rule`, (flow) => withoutIntent(flow, place.rule ?? '', intent)),
    ];
  },
};

function withoutIntent(flow: Flow, id: string, intent: string): Flow {
  const rule = flow.rules.find((other) => other.id === id);
  const intents = rule?.intents.filter((other) => other !== intent) ?? [];
  return intents.length > 0 ? setRule(flow, id, { ...rule, intents }) : removeRule(flow, id);
}
