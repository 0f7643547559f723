import { textsOfRule } from '../check/checked-text';
import { type Flow, type FlowRule, flowLimits, flowRule } from '../schema/flow';
import { carrySources } from './carry-sources';
import { type FormProblem, formProblems } from './form-problem';
import { freeName, LONGEST_RULE_ID } from './free-name';
import { type Direction, movedItem } from './moved-item';
import { withOwnRecords, withRenamedOwner } from './owned-records';
import { sameJson } from './same-json';

/** Adds a flow-wide rule, as the last to be tried. Its id is made free; a rule that the schema refuses is not added. */
export function addRule(flow: Flow, rule: unknown): Flow {
  const parsed = flowRule.safeParse(rule).data;
  if (!parsed || flow.rules.length >= flowLimits.rules) return flow;
  const taken = flow.rules.map(({ id }) => id);
  return { ...flow, rules: [...flow.rules, { ...parsed, id: freeName(parsed.id, taken, LONGEST_RULE_ID) }] };
}

/** Writes a flow-wide rule as a whole, as a form does; its id may change to a free one. */
export function setRule(flow: Flow, id: string, rule: unknown): Flow {
  const was = flow.rules.find((other) => other.id === id);
  const parsed = flowRule.safeParse(rule).data;
  if (!was || !parsed || sameJson(was, parsed)) return flow;
  if (parsed.id !== id && flow.rules.some((other) => other.id === parsed.id)) return flow;
  const rewritten = { owner: `rule:${id}`, before: textsOfRule(was), after: textsOfRule(parsed) };
  const carried = carrySources(flow, rewritten);
  return {
    ...flow,
    rules: flow.rules.map((other) => (other === was ? parsed : other)),
    translatedFrom: parsed.id === id ? carried : withRenamedOwner(carried, `rule:${id}`, `rule:${parsed.id}`),
  };
}

/** Why a rule would be refused, place by place; none when it would be taken. */
export function whyNotRule(rule: unknown): readonly FormProblem[] {
  const parsed = flowRule.safeParse(rule);
  return parsed.success ? [] : formProblems(parsed.error.issues, rule);
}

/** Removes a flow-wide rule and what its translations were made from. */
export function removeRule(flow: Flow, id: string): Flow {
  const rules = flow.rules.filter((rule) => rule.id !== id);
  if (rules.length === flow.rules.length) return flow;
  return { ...flow, rules, translatedFrom: withOwnRecords(flow.translatedFrom, `rule:${id}`, {}) };
}

/** Tries a rule earlier or later: of several that match, the first is taken. */
export function moveRule(flow: Flow, id: string, direction: Direction): Flow {
  const rules = movedItem(flow.rules, (rule: FlowRule) => rule.id === id, direction);
  return rules === flow.rules ? flow : { ...flow, rules };
}
