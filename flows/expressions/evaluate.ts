import { formats } from './formats';
import { functions } from './functions';
import { binaryOperation, type Evaluate, negated, number, truth } from './operators';
import type { Run } from './run';
import { type Expression, namesIn } from './syntax';
import { isSlotValue } from './values';

const FACTS = 'facts.';

/** Builds the evaluation of an expression once, so that evaluating it walks no tree and looks up no operator. */
export function evaluation(node: Expression): Evaluate {
  switch (node.type) {
    case 'literal': {
      const { value } = node;
      return () => value;
    }
    case 'list':
      return list(node.items.map(evaluation));
    case 'name':
      return named(node.name, node.at);
    case 'call':
      return counted(functions.get(node.name)?.build(node.arguments.map(evaluation), node.at) ?? broken(node), node.at);
    case 'format':
      return formatted(node);
    case 'not': {
      const operand = evaluation(node.operand);
      return (run) => negated(truth(operand(run), run, node.at));
    }
    case 'negate':
      return negate(evaluation(node.operand), node.at);
    case 'binary':
      return binaryOperation(node.operator, evaluation(node.left), evaluation(node.right), node.at);
    default:
      return node satisfies never;
  }
}

function named(name: string, at: number): Evaluate {
  if (!name.startsWith(FACTS)) return (run) => (run.step(at) ? run.read(name, at) : undefined);
  const fact = name.slice(FACTS.length);
  return (run) => (run.step(at) ? run.readFact(fact, at) : undefined);
}

function counted(evaluate: Evaluate, at: number): Evaluate {
  return (run) => (run.step(at) ? evaluate(run) : undefined);
}

function negate(operand: Evaluate, at: number): Evaluate {
  return (run) => {
    const value = number(operand(run), run, at);
    return value === undefined ? undefined : -value;
  };
}

/** A list of what is known; lists in lists are flattened, so that a list of facts and further values is one list. */
function list(items: readonly Evaluate[]): Evaluate {
  return (run) =>
    items.flatMap((evaluate) => {
      const value = evaluate(run);
      if (value === undefined) return [];
      return isSlotValue(value) ? [value] : value;
    });
}

function formatted(node: Extract<Expression, { type: 'format' }>): Evaluate {
  const subject = evaluation(node.subject);
  const format = formats.get(node.name)?.build(node.arguments.map(evaluation), node.at, subjectOf(node));
  if (!format) return broken(node);
  return counted((run) => format(subject(run), run), node.at);
}

/** The slot that a formatted value comes from, through other formats: `property_type | default("house") | label`. */
export function subjectOf(node: Extract<Expression, { type: 'format' }>): string | undefined {
  let { subject } = node;
  while (subject.type === 'format') subject = subject.subject;
  return subject.type === 'name' ? namesIn(subject)[0] : undefined;
}

/** What was not checked before it was built: reported when it is evaluated. */
function broken(node: Extract<Expression, { type: 'call' | 'format' }>): Evaluate {
  return (run: Run) => run.report('expression.broken', `There is no "${node.name}".`, node.at);
}
