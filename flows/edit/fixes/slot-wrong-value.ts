import { defaultProductFacts } from '@/prompts/facts/product-facts';
import { namesOf, nearestName } from '../../check/known-names';
import type { Flow } from '../../schema/flow';
import { boldFix, type Fix, type FixRule } from './fix';
import { namedIn } from './named-in';
import { replaceInSource, sourceAt } from './source-at';

/** A value that is spelled almost like one of the slot's choices becomes that one; a wrong first value goes. */
export const slotWrongValue: FixRule = {
  code: 'slot.wrong_value',
  fixes: (issue, flow) => {
    const { place } = issue;
    const variable = /^variables\.(.+)$/.exec(place.path ?? '')?.[1];
    if (variable !== undefined && place.state === undefined) {
      return [boldFix('remove', 'Let it begin without a value', (now) => withoutInitial(now, variable))];
    }
    const wrong = /can't be "([^"]+)"/.exec(issue.message)?.[1] ?? '';
    const choices = namesOf(flow, defaultProductFacts).slots.get(namedIn(issue))?.choices ?? [];
    const meant = nearestName(wrong, choices);
    const found = sourceAt(flow, place)?.nodes.find(({ node }) => node.type === 'literal' && node.value === wrong);
    if (meant === undefined || found === undefined) return [];
    return [replacement(place, found.at, wrong, meant)];
  },
};

function replacement(place: Parameters<typeof replaceInSource>[1], at: number, wrong: string, meant: string): Fix {
  return boldFix('nearest', `Use “${meant}”`, (now) => {
    // The position is that of the opening quotation mark.
    return replaceInSource(now, place, { at: at + 1, written: wrong, replacement: meant });
  });
}

function withoutInitial(flow: Flow, name: string): Flow {
  return {
    ...flow,
    variables: flow.variables.map((variable) => {
      const { initial: _initial, ...rest } = variable;
      return variable.name === name ? rest : variable;
    }),
  };
}
