import { formats } from '../../expressions/formats';
import type { CheckRule } from '../check-rule';
import { nearestName } from '../known-names';

/** Every format after a bar exists. */
export const expressionUnknownFormat: CheckRule = {
  code: 'expression.unknown_format',
  severity: 'error',
  find: ({ sources }) =>
    sources.flatMap(({ place, unknownFormats }) =>
      unknownFormats.map(({ name, at }) => {
        const meant = nearestName(name, formats.keys());
        return {
          place,
          message: `There is no format "${name}" (character ${at + 1}).`,
          fix:
            meant === undefined ? `The formats are ${[...formats.keys()].join(', ')}.` : `Perhaps "${meant}" is meant.`,
        };
      }),
    ),
};
