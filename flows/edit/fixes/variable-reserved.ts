import type { Flow } from '../../schema/flow';
import { customerSlots } from '../../schema/slots';
import { freeName } from '../free-name';
import { changeInside } from './change-inside';
import { type FixRule, safeFix } from './fix';
import { withOtherSlot } from './with-other-slot';

const LONGEST_NAME = 64;

/** A variable that every flow has already goes; one with a name that means something else gets another. */
export const variableReserved: FixRule = {
  code: 'variable.reserved',
  fixes: ({ place }, flow) => {
    const name = place.path?.slice('variables.'.length) ?? '';
    if (Object.hasOwn(customerSlots, name)) {
      return [safeFix('remove', 'Remove the variable', (now) => without(now, name))];
    }
    const taken = flow.variables.map((variable) => variable.name);
    const fresh = freeName(`${name}_value`, taken, LONGEST_NAME);
    return [safeFix('rename', `Call it “${fresh}”`, (now) => renamed(now, name, fresh))];
  },
};

function without(flow: Flow, name: string): Flow {
  return { ...flow, variables: flow.variables.filter((variable) => variable.name !== name) };
}

/** Where the flow fills it, it fills the new one; expressions go on reading what the name means there. */
function renamed(flow: Flow, name: string, fresh: string): Flow {
  const variables = flow.variables.map((variable) =>
    variable.name === name ? { ...variable, name: fresh } : variable,
  );
  const places = [...flow.states.map(({ id }) => ({ state: id })), ...flow.rules.map(({ id }) => ({ rule: id }))];
  return places.reduce(
    (changed, place) => changeInside(changed, place, (inside) => withOtherSlot(inside, name, fresh)),
    { ...flow, variables },
  );
}
