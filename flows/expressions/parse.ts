import { expressionLimits } from './limits';
import { readTokens, type Token } from './read-tokens';
import {
  type BinaryOperator,
  binaryOperators,
  bindingPower,
  COMPARISON_POWER,
  type Expression,
  NEGATE_POWER,
  NOT_POWER,
  type ParseError,
} from './syntax';

export type Parsed = Readonly<{ ok: true; expression: Expression }> | Readonly<{ ok: false; error: ParseError }>;

/** Reads an expression's source; the first mistake comes back as a plain sentence with its position. Total, linear. */
export function parseExpression(source: string): Parsed {
  const { sourceLength } = expressionLimits;
  if (source.length > sourceLength) {
    return { ok: false, error: { message: `This is longer than ${sourceLength} characters.`, at: sourceLength } };
  }
  const { tokens, error } = readTokens(source);
  if (error) return { ok: false, error };
  return new Parser(tokens).parse();
}

const operators: ReadonlyMap<string, BinaryOperator> = new Map(binaryOperators.map((operator) => [operator, operator]));
const reserved: ReadonlySet<string> = new Set(['and', 'or', 'not', 'in', 'true', 'false']);

/**
 * Pratt's method: what stands first, then operators by how tightly they bind. After the first mistake the parser stands
 * at the end of the source, so that every loop and recursion unwinds by itself.
 */
class Parser {
  private position = 0;
  private depth = 0;
  private nodes = 0;
  private error: ParseError | null = null;
  private readonly end: Token;

  constructor(private readonly tokens: readonly Token[]) {
    this.end = tokens.at(-1) ?? { type: 'end', value: '', at: 0 };
  }

  parse(): Parsed {
    const expression = this.formatted();
    const rest = this.peek();
    if (rest.type !== 'end') this.fail(`"${rest.value}" was not expected here.`, rest.at);
    return this.error ? { ok: false, error: this.error } : { ok: true, expression };
  }

  private formatted(): Expression {
    let subject = this.binary(0);
    while (this.takeSymbol('|')) {
      const format = this.next();
      if (format.type !== 'word') return this.fail('After "|" comes the name of a format.', format.at);
      const given = this.takeSymbol('(') ? this.items(')') : [];
      subject = this.node({ type: 'format', subject, name: format.value, arguments: given, at: format.at });
    }
    return subject;
  }

  private binary(least: number): Expression {
    if (this.depth >= expressionLimits.depth) return this.fail('This is nested too deeply.', this.peek().at);
    this.depth += 1;
    let left = this.prefix();
    let operator = this.peekOperator();
    while (operator !== undefined && bindingPower[operator] > least) {
      const { at } = this.next();
      if (operator === 'not in') this.next();
      const power = bindingPower[operator];
      left = this.node({ type: 'binary', operator, left, right: this.binary(power), at });
      operator = this.peekOperator();
      if (operator !== undefined && power === COMPARISON_POWER && bindingPower[operator] === COMPARISON_POWER) {
        this.fail('Two comparisons in a row: join them with "and".', this.peek().at);
      }
    }
    this.depth -= 1;
    return left;
  }

  private prefix(): Expression {
    const token = this.next();
    if (token.type === 'word' && token.value === 'not') {
      return this.node({ type: 'not', operand: this.binary(NOT_POWER), at: token.at });
    }
    if (token.type === 'symbol' && token.value === '-') {
      return this.node({ type: 'negate', operand: this.binary(NEGATE_POWER), at: token.at });
    }
    if (token.type === 'symbol' && token.value === '(') {
      const inner = this.formatted();
      this.expect(')');
      return inner;
    }
    if (token.type === 'symbol' && token.value === '[') {
      return this.node({ type: 'list', items: this.items(']'), at: token.at });
    }
    return token.type === 'word' ? this.word(token.value, token.at) : this.literal(token);
  }

  private literal(token: Token): Expression {
    if (token.type === 'number' || token.type === 'text') {
      return this.node({ type: 'literal', value: token.value, at: token.at });
    }
    return this.fail(
      token.type === 'end' ? 'Something is missing at the end.' : `"${token.value}" was not expected here.`,
      token.at,
    );
  }

  private word(word: string, at: number): Expression {
    if (word === 'true' || word === 'false') return this.node({ type: 'literal', value: word === 'true', at });
    if (reserved.has(word)) return this.fail(`Something is missing before "${word}".`, at);
    if (this.takeSymbol('(')) return this.node({ type: 'call', name: word, arguments: this.items(')'), at });
    return this.node({ type: 'name', name: word, at });
  }

  private items(closing: ')' | ']'): Expression[] {
    const items: Expression[] = [];
    if (this.takeSymbol(closing)) return items;
    do items.push(this.formatted());
    while (this.takeSymbol(','));
    this.expect(closing);
    return items;
  }

  private peekOperator(): BinaryOperator | undefined {
    const token = this.peek();
    if (token.type !== 'word' && token.type !== 'symbol') return undefined;
    if (token.value !== 'not') return operators.get(token.value);
    const after = this.tokens[this.position + 1];
    return after?.type === 'word' && after.value === 'in' ? 'not in' : undefined;
  }

  private takeSymbol(symbol: string): boolean {
    const token = this.peek();
    if (token.type !== 'symbol' || token.value !== symbol) return false;
    this.position += 1;
    return true;
  }

  private expect(closing: ')' | ']'): void {
    if (this.takeSymbol(closing)) return;
    const token = this.peek();
    this.fail(
      token.type === 'end' ? `A "${closing}" is missing.` : `A "${closing}" is missing before "${token.value}".`,
      token.at,
    );
  }

  private peek(): Token {
    return this.tokens[this.position] ?? this.end;
  }

  private next(): Token {
    const token = this.peek();
    if (token.type !== 'end') this.position += 1;
    return token;
  }

  private node(expression: Expression): Expression {
    this.nodes += 1;
    return this.nodes > expressionLimits.nodes
      ? this.fail('This expression has too many parts.', expression.at)
      : expression;
  }

  private fail(message: string, at: number): Expression {
    this.error ??= { message, at };
    this.position = this.tokens.length;
    return { type: 'literal', value: false, at };
  }
}
