import { evaluation } from './evaluate';
import { findMistake } from './find-mistake';
import { expressionLimits } from './limits';
import { parseExpression } from './parse';
import { type ExpressionEnv, type ExpressionIssue, Run } from './run';
import type { Scope } from './scope';
import { type Expression, namesIn, type ParseError } from './syntax';
import { fillFactText } from './template';
import type { ExpressionValue } from './values';

/** `value` is undefined when it isn't known. */
export type Evaluated = Readonly<{ value: ExpressionValue | undefined; issues: readonly ExpressionIssue[] }>;

export type CompiledExpression = Readonly<{
  source: string;
  syntax: Expression;
  /** The names that it reads, `facts.…` included, each once. */
  names: readonly string[];
  evaluate: (scope: Scope, env: ExpressionEnv) => Evaluated;
  /** True when the value is `true`; what is unknown or no condition does not hold. */
  holds: (scope: Scope, env: ExpressionEnv) => boolean;
}>;

export type ExpressionCompilation =
  | Readonly<{ ok: true; expression: CompiledExpression }>
  | Readonly<{ ok: false; error: ParseError }>;

/** Reads a condition or a formula once, so that evaluating it is fast. Evaluation never throws and always ends. */
export function compileExpression(source: string): ExpressionCompilation {
  const parsed = parseExpression(source);
  if (!parsed.ok) return parsed;
  const mistake = findMistake(parsed.expression);
  if (mistake) return { ok: false, error: mistake };
  return { ok: true, expression: compiled(source, parsed.expression) };
}

function compiled(source: string, syntax: Expression): CompiledExpression {
  const work = evaluation(syntax);
  const evaluate = (scope: Scope, env: ExpressionEnv): Evaluated => {
    const run = new Run(scope, env, expressionLimits.stepsOfExpression, fillFactText);
    return { value: work(run), issues: run.issues };
  };
  return {
    source,
    syntax,
    names: namesIn(syntax),
    evaluate,
    holds: (scope, env) => evaluate(scope, env).value === true,
  };
}
