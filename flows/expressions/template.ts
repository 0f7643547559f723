import { evaluation } from './evaluate';
import { findMistake } from './find-mistake';
import { textOf } from './formats/words';
import { expressionLimits } from './limits';
import type { Evaluate } from './operators';
import { parseExpression } from './parse';
import { type ExpressionEnv, type ExpressionIssue, Run } from './run';
import type { Scope } from './scope';
import { splitTemplate } from './split-template';
import { type Expression, formatsIn, namesIn, type ParseError } from './syntax';

export type TemplatePart =
  | Readonly<{ type: 'text'; text: string }>
  | Readonly<{ type: 'placeholder'; source: string; at: number; expression: Expression | null }>;

export type Rendered = Readonly<{ text: string; issues: readonly ExpressionIssue[] }>;

export type CompiledTemplate = Readonly<{
  source: string;
  parts: readonly TemplatePart[];
  /** The names that the text reads, `facts.…` included, each once. */
  names: readonly string[];
  /** The formats that it uses, each once. */
  formats: readonly string[];
  /** Placeholders that can't be read; each renders as nothing, with an issue. */
  errors: readonly ParseError[];
  render: (scope: Scope, env: ExpressionEnv) => Rendered;
}>;

/** Reads a text with `{{ }}` once, so that rendering is fast. Total: mistakes are in `errors`, the rest still renders. */
export function compileTemplate(source: string): CompiledTemplate {
  const { parts, errors } = readParts(source);
  const pieces = parts.map(pieceOf);
  const expressions = parts.flatMap((part) =>
    part.type === 'placeholder' && part.expression ? [part.expression] : [],
  );
  return {
    source,
    parts,
    names: [...new Set(expressions.flatMap(namesIn))],
    formats: [...new Set(expressions.flatMap(formatsIn))],
    errors,
    render: (scope, env) => {
      const run = new Run(scope, env, expressionLimits.stepsOfText, fillFactText);
      return { text: fill(pieces, run), issues: run.issues };
    },
  };
}

/** Fills a text of the product facts, which is compiled once however many texts use it. */
export function fillFactText(source: string, run: Run): string {
  let pieces = factPieces.get(source);
  if (!pieces) {
    pieces = readParts(source).parts.map(pieceOf);
    if (factPieces.size >= MOST_FACT_TEXTS) factPieces.clear();
    factPieces.set(source, pieces);
  }
  return fill(pieces, run);
}

/** Bounded, since facts are edited and each edit brings new texts. */
const MOST_FACT_TEXTS = 1_000;
const factPieces = new Map<string, readonly Piece[]>();

type Piece = string | Readonly<{ at: number; evaluate: Evaluate }>;

function fill(pieces: readonly Piece[], run: Run): string {
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece;
    else text += filled(piece.evaluate, run, piece.at);
    if (run.isSpent || text.length > expressionLimits.textLength) break;
  }
  return run.limited(text, 0);
}

function filled(evaluate: Evaluate, run: Run, at: number): string {
  if (!run.step(at)) return '';
  const issuesBefore = run.issues.length;
  const value = evaluate(run);
  if (value !== undefined) return typeof value === 'string' ? value : textOf(value, run, at);
  if (run.issues.length === issuesBefore) {
    run.report('expression.unknown_value', 'The value of this placeholder is not known yet.', at);
  }
  return '';
}

function pieceOf(part: TemplatePart): Piece {
  if (part.type === 'text') return part.text;
  const { at, expression } = part;
  if (expression) return { at, evaluate: evaluation(expression) };
  return { at, evaluate: (run) => run.report('expression.broken', 'This placeholder can not be read.', at) };
}

function readParts(source: string): Readonly<{ parts: TemplatePart[]; errors: ParseError[] }> {
  const errors: ParseError[] = [];
  const parts = splitTemplate(source).map((piece): TemplatePart => {
    if (piece.type === 'text') return piece;
    if (piece.isClosed) return readPlaceholder(piece.source, piece.at, errors);
    errors.push({ message: 'This "{{" is never closed with "}}".', at: piece.at });
    return { type: 'placeholder', source: piece.source, at: piece.at, expression: null };
  });
  return { parts, errors };
}

function readPlaceholder(source: string, at: number, errors: ParseError[]): TemplatePart {
  const parsed = parseExpression(source);
  const mistake = parsed.ok ? findMistake(parsed.expression) : parsed.error;
  if (mistake) errors.push({ message: mistake.message, at: at + 2 + mistake.at });
  const expression = parsed.ok && !mistake ? parsed.expression : null;
  return { type: 'placeholder', source: source.trim(), at, expression };
}
