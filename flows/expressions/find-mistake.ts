import { subjectOf } from './evaluate';
import { formats } from './formats';
import { functions } from './functions';
import { childrenOf, type Expression, type ParseError } from './syntax';

/** The first call or format of an expression that doesn't exist or has the wrong number of arguments; null when all is well. */
export function findMistake(node: Expression): ParseError | null {
  for (const child of childrenOf(node)) {
    const mistake = findMistake(child);
    if (mistake) return mistake;
  }
  if (node.type === 'call') return mistakeIn(node, 'function', functions.get(node.name));
  if (node.type !== 'format') return null;
  return mistakeIn(node, 'format', formats.get(node.name)) ?? labelMistake(node);
}

type Callee = Extract<Expression, { type: 'call' | 'format' }>;
type Definition = Readonly<{ arity: readonly [number, number]; signature: string }>;

function mistakeIn(node: Callee, kind: 'function' | 'format', definition: Definition | undefined): ParseError | null {
  if (!definition) return { message: `There is no ${kind} "${node.name}".`, at: node.at };
  const [least, most] = definition.arity;
  const count = node.arguments.length;
  if (count >= least && count <= most) return null;
  return { message: `Too ${count < least ? 'few' : 'many'} values: write ${definition.signature}.`, at: node.at };
}

function labelMistake(node: Extract<Expression, { type: 'format' }>): ParseError | null {
  if (node.name !== 'label' || node.arguments.length > 0 || subjectOf(node) !== undefined) return null;
  return { message: 'Say whose label: label("property_type").', at: node.at };
}
