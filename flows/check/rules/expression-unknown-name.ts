import { functions } from '../../expressions/functions';
import { namesIn } from '../../expressions/syntax';
import type { CheckRule } from '../check-rule';
import { nearestName } from '../known-names';

/** Every name is a slot, a variable of the flow, a product fact, or something that a turn knows. */
export const expressionUnknownName: CheckRule = {
  code: 'expression.unknown_name',
  severity: 'error',
  find: ({ sources, names }) =>
    sources.flatMap(({ place, expressions }) =>
      [...new Set(expressions.flatMap(namesIn))]
        .filter((name) => !names.all.has(name))
        .map((name) => ({
          place,
          message: `There is nothing with the name "${name}".`,
          fix: fixFor(name, names.all),
        })),
    ),
};

function fixFor(name: string, known: ReadonlySet<string>): string {
  if (functions.has(name)) return `This is a function: write ${functions.get(name)?.signature ?? name}.`;
  const meant = nearestName(name, known);
  if (meant !== undefined) return `Perhaps "${meant}" is meant.`;
  return name.startsWith('facts.')
    ? 'Use a product fact that exists, or add this one to the facts.'
    : 'Use a known slot, or add a variable with this name to the flow.';
}
