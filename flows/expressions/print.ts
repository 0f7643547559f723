import { bindingPower, COMPARISON_POWER, type Expression, NEGATE_POWER, NOT_POWER } from './syntax';

/** Writes an expression as source; reading that again gives the same expression, but for positions. */
export function printExpression(expression: Expression): string {
  return expression.type === 'format'
    ? `${printExpression(expression.subject)} | ${expression.name}${printFormatArguments(expression.arguments)}`
    : printTight(expression, 0);
}

/** `least`: how tightly the place binds; what binds no tighter is written in brackets. */
function printTight(node: Expression, least: number): string {
  switch (node.type) {
    case 'literal':
      return typeof node.value === 'string' ? quote(node.value) : String(node.value);
    case 'list':
      return `[${printItems(node.items)}]`;
    case 'name':
      return node.name;
    case 'call':
      return `${node.name}(${printItems(node.arguments)})`;
    case 'format':
      return `(${printExpression(node)})`;
    case 'not':
      return bracketed(`not ${printTight(node.operand, NOT_POWER)}`, NOT_POWER, least);
    case 'negate':
      return bracketed(`-${printTight(node.operand, NEGATE_POWER)}`, NEGATE_POWER, least);
    case 'binary':
      return printBinary(node, least);
    default:
      return node satisfies never;
  }
}

function printBinary(node: Extract<Expression, { type: 'binary' }>, least: number): string {
  const power = bindingPower[node.operator];
  const left = printTight(node.left, power === COMPARISON_POWER ? power : power - 1);
  return bracketed(`${left} ${node.operator} ${printTight(node.right, power)}`, power, least);
}

function bracketed(source: string, power: number, least: number): string {
  return power <= least ? `(${source})` : source;
}

function printFormatArguments(items: readonly Expression[]): string {
  return items.length === 0 ? '' : `(${printItems(items)})`;
}

function printItems(items: readonly Expression[]): string {
  return items.map(printExpression).join(', ');
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}
