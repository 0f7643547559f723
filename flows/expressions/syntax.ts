export const binaryOperators = [
  'or',
  'and',
  'in',
  'not in',
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  '+',
  '-',
  '*',
  '/',
  '%',
] as const;
export type BinaryOperator = (typeof binaryOperators)[number];

/** An expression as data. `at` is where it begins in its source, in UTF-16 units. */
export type Expression =
  | Readonly<{ type: 'literal'; value: string | number | boolean; at: number }>
  | Readonly<{ type: 'list'; items: readonly Expression[]; at: number }>
  | Readonly<{ type: 'name'; name: string; at: number }>
  | Readonly<{ type: 'call'; name: string; arguments: readonly Expression[]; at: number }>
  | Readonly<{ type: 'format'; subject: Expression; name: string; arguments: readonly Expression[]; at: number }>
  | Readonly<{ type: 'not' | 'negate'; operand: Expression; at: number }>
  | Readonly<{ type: 'binary'; operator: BinaryOperator; left: Expression; right: Expression; at: number }>;

/** A plain sentence for the author, and where in the source. */
export type ParseError = Readonly<{ message: string; at: number }>;

/** How tightly an operator binds; the format bar `|` binds least, then these, then `-x`. */
export const bindingPower: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  in: 4,
  'not in': 4,
  '==': 4,
  '!=': 4,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
};
/** `not` takes a whole comparison: `not city == "Pune"` is `not (city == "Pune")`. */
export const NOT_POWER = 3;
export const COMPARISON_POWER = 4;
export const NEGATE_POWER = 7;

/** The expressions directly inside an expression, in the order of the source. */
export function childrenOf(node: Expression): readonly Expression[] {
  switch (node.type) {
    case 'literal':
    case 'name':
      return [];
    case 'list':
      return node.items;
    case 'call':
      return node.arguments;
    case 'format':
      return [node.subject, ...node.arguments];
    case 'not':
    case 'negate':
      return [node.operand];
    case 'binary':
      return [node.left, node.right];
    default:
      return node satisfies never;
  }
}

/** The names that an expression reads, each once, in the order of the source. */
export function namesIn(node: Expression): string[] {
  return [...new Set(allNodes(node).flatMap((inner) => (inner.type === 'name' ? [inner.name] : [])))];
}

/** The formats that an expression uses, in the order in which they are applied. */
export function formatsIn(node: Expression): string[] {
  const inner = childrenOf(node).flatMap(formatsIn);
  return node.type === 'format' ? [...inner, node.name] : inner;
}

function allNodes(node: Expression): Expression[] {
  return [node, ...childrenOf(node).flatMap(allNodes)];
}
