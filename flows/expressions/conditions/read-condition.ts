import { findMistake } from '../find-mistake';
import { parseExpression } from '../parse';
import type { BinaryOperator, Expression, ParseError } from '../syntax';
import {
  type ComparisonOperator,
  type ConditionGroup,
  type ConditionRow,
  type ConditionRows,
  comparisonOperators,
  type Join,
  type ListOperand,
  type ListOperator,
  listOperators,
  type Operand,
  otherJoin,
  type Standing,
} from './condition';

/** `written`: a good condition that rows can't show, such as one that works out something. */
export type ReadCondition =
  | Readonly<{ type: 'rows'; rows: ConditionRows }>
  | Readonly<{ type: 'written' }>
  | Readonly<{ type: 'broken'; error: ParseError }>;

/** Reads a condition's source into rows that mean the same. An empty source is no rows: it always holds. */
export function readCondition(source: string): ReadCondition {
  if (source.trim() === '') return { type: 'rows', rows: { join: 'and', parts: [] } };
  const parsed = parseExpression(source);
  if (!parsed.ok) return { type: 'broken', error: parsed.error };
  const mistake = findMistake(parsed.expression);
  if (mistake) return { type: 'broken', error: mistake };
  const rows = readRows(parsed.expression);
  return rows ? { type: 'rows', rows } : { type: 'written' };
}

function readRows(expression: Expression): ConditionRows | null {
  const join = joinOf({ node: expression, isNegated: false }) ?? 'and';
  const parts = flatten({ node: expression, isNegated: false }, join).map((term) => readPart(term, join));
  const known = parts.filter((part) => part !== null);
  return known.length === parts.length ? { join, parts: known } : null;
}

/** A part of the condition, and whether it stands under an odd number of `not`. */
type Term = Readonly<{ node: Expression; isNegated: boolean }>;

/** How the parts of a term are joined; `not (a and b)` is `not a or not b`, also where something isn't known. */
function joinOf(term: Term): Join | null {
  const { node, isNegated } = bare(term);
  if (node.type !== 'binary' || (node.operator !== 'and' && node.operator !== 'or')) return null;
  return isNegated ? otherJoin(node.operator) : node.operator;
}

function bare({ node, isNegated }: Term): Term {
  return node.type === 'not' ? bare({ node: node.operand, isNegated: !isNegated }) : { node, isNegated };
}

/** The terms that are joined by `join`, in the order of the source. */
function flatten(term: Term, join: Join): Term[] {
  const { node, isNegated } = bare(term);
  if (joinOf(term) !== join || node.type !== 'binary') return [term];
  return [...flatten({ node: node.left, isNegated }, join), ...flatten({ node: node.right, isNegated }, join)];
}

function readPart(term: Term, join: Join): ConditionRow | ConditionGroup | null {
  const inner = otherJoin(join);
  if (joinOf(term) !== inner) return readRow(bare(term));
  const rows = flatten(term, inner).map((part) => readRow(bare(part)));
  const known = rows.filter((row) => row !== null);
  return known.length === rows.length ? { type: 'group', rows: known } : null;
}

function readRow({ node, isNegated }: Term): ConditionRow | null {
  switch (node.type) {
    case 'name':
      return { type: 'standing', name: node.name, is: isNegated ? 'false' : 'true' };
    case 'call':
      return readKnown(node, isNegated);
    case 'binary':
      return readComparison(node, isNegated);
    default:
      return null;
  }
}

function readKnown(node: Extract<Expression, { type: 'call' }>, isNegated: boolean): ConditionRow | null {
  const [argument] = node.arguments;
  if (argument?.type !== 'name' || (node.name !== 'known' && node.name !== 'unknown')) return null;
  const is: Standing = (node.name === 'known') === isNegated ? 'unknown' : 'known';
  return { type: 'standing', name: argument.name, is };
}

function readComparison(node: Extract<Expression, { type: 'binary' }>, isNegated: boolean): ConditionRow | null {
  if (node.left.type !== 'name') return null;
  const { name } = node.left;
  const comparison = comparisonOf(node.operator);
  if (comparison) {
    const operand = readOperand(node.right);
    const operator = isNegated ? opposites[comparison] : comparison;
    return operand && { type: 'comparison', name, operator, operand };
  }
  const membership = listOperators.find((operator) => operator === node.operator);
  const operand = membership && readList(node.right);
  return operand ? { type: 'list', name, operator: isNegated ? oppositeList[membership] : membership, operand } : null;
}

function comparisonOf(operator: BinaryOperator): ComparisonOperator | undefined {
  return comparisonOperators.find((candidate) => candidate === operator);
}

/** What holds exactly when the other does not, as long as both sides are known. */
const opposites = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
} as const satisfies Record<ComparisonOperator, ComparisonOperator>;

const oppositeList = { in: 'not in', 'not in': 'in' } as const satisfies Record<ListOperator, ListOperator>;

function readOperand(node: Expression): Operand | null {
  if (node.type === 'name') return { type: 'name', name: node.name };
  if (node.type === 'call' && node.name === 'now') return { type: 'now' };
  const value = literalOf(node);
  return value === undefined ? null : { type: 'value', value };
}

function readList(node: Expression): ListOperand | null {
  if (node.type === 'name') return { type: 'name', name: node.name };
  if (node.type !== 'list') return null;
  const values = node.items.map(literalOf).filter((value) => value !== undefined);
  return values.length === node.items.length ? { type: 'values', values } : null;
}

function literalOf(node: Expression): string | number | boolean | undefined {
  if (node.type === 'literal') return node.value;
  const isNumber = node.type === 'negate' && node.operand.type === 'literal' && typeof node.operand.value === 'number';
  return isNumber ? -Number(node.operand.value) : undefined;
}
