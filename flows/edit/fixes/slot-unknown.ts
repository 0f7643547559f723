import { defaultProductFacts } from '@/prompts/facts/product-facts';
import { namesOf, nearestName } from '../../check/known-names';
import { wrongValue } from '../../check/wrong-value';
import type { Flow } from '../../schema/flow';
import type { IssuePlace } from '../../schema/flow-issue';
import { changeInside } from './change-inside';
import { boldFix, type FixRule, safeFix } from './fix';
import { withOtherSlot } from './with-other-slot';
import { valuesGiven, withVariable } from './with-variable';

/** A slot that is spelled almost like a known one becomes that one; else it becomes a variable of the flow. */
export const slotUnknown: FixRule = {
  code: 'slot.unknown',
  fixes: ({ place }, flow) => {
    const name = place.path ?? '';
    const meant = nearestSlot(flow, name);
    return [
      ...(meant === undefined
        ? []
        : [boldFix('nearest', `Use “${meant}”`, (now) => withOtherSlotAt(now, place, name, meant))]),
      safeFix('variable', `Add “${name}” to the variables of the flow`, (now) => withVariable(now, name)),
    ];
  },
};

/** Only one that can hold what the flow puts into it. */
function nearestSlot(flow: Flow, name: string): string | undefined {
  const { slots } = namesOf(flow, defaultProductFacts);
  const values = valuesGiven(flow, name);
  const fitting = [...slots].filter(([, definition]) =>
    values.every((value) => wrongValue(definition, value) === null),
  );
  return nearestName(
    name,
    fitting.map(([slot]) => slot),
  );
}

function withOtherSlotAt(flow: Flow, place: IssuePlace, name: string, meant: string): Flow {
  return changeInside(flow, place, (inside) => withOtherSlot(inside, name, meant));
}
