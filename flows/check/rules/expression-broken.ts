import type { CheckRule } from '../check-rule';

/** Every condition, formula and placeholder can be read. */
export const expressionBroken: CheckRule = {
  code: 'expression.broken',
  severity: 'error',
  find: ({ sources }) =>
    sources.flatMap(({ place, kind, source, mistakes }) =>
      mistakes.map(({ message, at }) => ({
        place,
        message: `${kind === 'template' ? 'A placeholder in this text' : `"${shortened(source)}"`} can't be read at character ${at + 1}: ${message}`,
        fix: 'Correct it there.',
      })),
    ),
};

function shortened(source: string): string {
  return source.length > 80 ? `${source.slice(0, 79)}…` : source;
}
