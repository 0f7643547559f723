import type { SlotValue } from '../../schema/slots';
import { printExpression } from '../print';
import type { BinaryOperator, Expression } from '../syntax';
import {
  type ConditionGroup,
  type ConditionRow,
  type ConditionRows,
  type Join,
  type ListOperand,
  type Operand,
  otherJoin,
} from './condition';

/** Writes rows as the source of a condition; no rows give an empty source. Groups without rows are left out. */
export function writeCondition({ join, parts }: ConditionRows): string {
  const written = parts.flatMap((part) => expressionOf(part, join));
  const whole = joined(written, join);
  return whole === null ? '' : printExpression(whole);
}

function expressionOf(part: ConditionRow | ConditionGroup, join: Join): Expression[] {
  if (part.type !== 'group') return [rowExpression(part)];
  const inside = joined(part.rows.map(rowExpression), otherJoin(join));
  return inside === null ? [] : [inside];
}

function joined(parts: readonly Expression[], operator: Join): Expression | null {
  return parts.reduce<Expression | null>((left, right) => (left ? binary(operator, left, right) : right), null);
}

function rowExpression(row: ConditionRow): Expression {
  switch (row.type) {
    case 'standing':
      return standingExpression(row);
    case 'comparison':
      return binary(row.operator, name(row.name), operandExpression(row.operand));
    case 'list':
      return binary(row.operator, name(row.name), listExpression(row.operand));
    default:
      return row satisfies never;
  }
}

function standingExpression(row: Extract<ConditionRow, { type: 'standing' }>): Expression {
  switch (row.is) {
    case 'true':
      return name(row.name);
    case 'false':
      return { type: 'not', operand: name(row.name), at: 0 };
    case 'known':
    case 'unknown':
      return { type: 'call', name: row.is, arguments: [name(row.name)], at: 0 };
    default:
      return row.is satisfies never;
  }
}

function operandExpression(operand: Operand): Expression {
  switch (operand.type) {
    case 'name':
      return name(operand.name);
    case 'now':
      return { type: 'call', name: 'now', arguments: [], at: 0 };
    case 'value':
      return literal(operand.value);
    default:
      return operand satisfies never;
  }
}

function listExpression(operand: ListOperand): Expression {
  return operand.type === 'name' ? name(operand.name) : { type: 'list', items: operand.values.map(literal), at: 0 };
}

function name(written: string): Expression {
  return { type: 'name', name: written, at: 0 };
}

function literal(value: SlotValue): Expression {
  const isNegative = typeof value === 'number' && (value < 0 || Object.is(value, -0));
  if (!isNegative) return { type: 'literal', value, at: 0 };
  return { type: 'negate', operand: { type: 'literal', value: -value, at: 0 }, at: 0 };
}

function binary(operator: BinaryOperator, left: Expression, right: Expression): Expression {
  return { type: 'binary', operator, left, right, at: 0 };
}
