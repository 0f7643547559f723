import { turnNames } from '../../engine/turn-scope';
import { customerSlots } from '../../schema/slots';
import type { CheckRule } from '../check-rule';

/** A variable does not take a name that already means something in expressions. */
export const variableReserved: CheckRule = {
  code: 'variable.reserved',
  severity: 'error',
  find: ({ flow }) =>
    flow.variables
      .filter(({ name }) => reservedNames.has(name) || Object.hasOwn(customerSlots, name))
      .map(({ name }) => ({
        place: { path: `variables.${name}` },
        message: reservedNames.has(name)
          ? `"${name}" already has a meaning in conditions and texts; this variable could never be read.`
          : `"${name}" is one of the customer's slots in every flow already.`,
        fix: reservedNames.has(name)
          ? 'Give the variable another name.'
          : 'Remove the variable, or give it another name.',
      })),
};

/** Names that mean something in every expression. */
export const reservedNames: ReadonlySet<string> = new Set([
  ...turnNames.filter((name) => !name.includes('.')),
  'facts',
  'turn',
  'and',
  'or',
  'not',
  'in',
  'true',
  'false',
]);
