import { defaultProductFacts } from '@/prompts/facts/product-facts';
import { namesOf, nearestName } from '../../check/known-names';
import { functions } from '../../expressions/functions';
import type { Flow } from '../../schema/flow';
import type { IssuePlace } from '../../schema/flow-issue';
import { slotName } from '../../schema/slots';
import { boldFix, type FixRule, safeFix } from './fix';
import { namedIn } from './named-in';
import { replaceInSource, sourceAt } from './source-at';
import { withVariable } from './with-variable';

/** A name that is spelled almost like a known one becomes that one; else it becomes a variable of the flow. */
export const expressionUnknownName: FixRule = {
  code: 'expression.unknown_name',
  fixes: (issue, flow) => {
    const name = namedIn(issue);
    const meant = nearestName(name, namesOf(flow, defaultProductFacts).all);
    const canBeVariable = slotName.safeParse(name).success && !functions.has(name);
    return [
      ...(meant === undefined || functions.has(name)
        ? []
        : [boldFix('nearest', `Use “${meant}”`, (now) => withOtherName(now, issue.place, name, meant))]),
      ...(canBeVariable
        ? [safeFix('variable', `Add “${name}” to the variables of the flow`, (now) => withVariable(now, name))]
        : []),
    ];
  },
};

function withOtherName(flow: Flow, place: IssuePlace, name: string, meant: string): Flow {
  const found = sourceAt(flow, place)?.nodes.filter(({ node }) => node.type === 'name' && node.name === name) ?? [];
  return found.reduceRight(
    (changed, { at }) => replaceInSource(changed, place, { at, written: name, replacement: meant }),
    flow,
  );
}
