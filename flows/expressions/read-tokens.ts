import type { ParseError } from './syntax';

export type Token =
  | Readonly<{ type: 'number'; value: number; at: number }>
  | Readonly<{ type: 'text'; value: string; at: number }>
  | Readonly<{ type: 'word'; value: string; at: number }>
  | Readonly<{ type: 'symbol'; value: string; at: number }>
  | Readonly<{ type: 'end'; value: ''; at: number }>;

export type Tokens = Readonly<{ tokens: readonly Token[]; error: ParseError | null }>;

const SPACE = /\s+/y;
const NUMBER = /\d(?:_?\d)*(?:\.\d+)?/y;
const WORD = /[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*/y;
const SYMBOL = /==|!=|<=|>=|&&|\|\||[<>+\-*/%()[\],|=!]/y;
const QUOTED = /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'/y;
const ESCAPED = /\\([\s\S])/g;

/** Other languages' signs, with what to write here. */
const foreignSymbols = new Map([
  ['=', 'To compare, write "==".'],
  ['&&', 'Write "and".'],
  ['||', 'Write "or".'],
  ['!', 'Write "not".'],
]);

/** Splits an expression's source into tokens; reading stops at the first sign that can't be read. Total, linear. */
export function readTokens(source: string): Tokens {
  const tokens: Token[] = [];
  let at = skipSpace(source, 0);
  while (at < source.length) {
    const found = readToken(source, at);
    if ('message' in found) return { tokens: [...tokens, endAt(at)], error: found };
    tokens.push(found.token);
    at = skipSpace(source, found.end);
  }
  return { tokens: [...tokens, endAt(at)], error: null };
}

type Found = Readonly<{ token: Token; end: number }>;

function readToken(source: string, at: number): Found | ParseError {
  const number = match(NUMBER, source, at);
  if (number !== null) return readNumber(number, source, at);
  const word = match(WORD, source, at);
  if (word !== null) return { token: { type: 'word', value: word, at }, end: at + word.length };
  const quoted = match(QUOTED, source, at);
  if (quoted !== null) return { token: { type: 'text', value: unquote(quoted), at }, end: at + quoted.length };
  const symbol = match(SYMBOL, source, at);
  if (symbol === null) return { message: unreadable(source, at), at };
  const hint = foreignSymbols.get(symbol);
  return hint === undefined
    ? { token: { type: 'symbol', value: symbol, at }, end: at + symbol.length }
    : { message: `"${symbol}" has no meaning here. ${hint}`, at };
}

function readNumber(digits: string, source: string, at: number): Found | ParseError {
  const end = at + digits.length;
  const glued = match(WORD, source, end);
  if (glued !== null) return { message: `"${digits}${glued}" is neither a number nor a name.`, at };
  const value = Number(digits.replaceAll('_', ''));
  if (!Number.isFinite(value) || value > Number.MAX_SAFE_INTEGER) {
    return { message: `The number ${digits.slice(0, 20)} is too large.`, at };
  }
  return { token: { type: 'number', value, at }, end };
}

function unreadable(source: string, at: number): string {
  const sign = String.fromCodePoint(source.codePointAt(at) ?? 0);
  if (sign === '"' || sign === "'") return 'This text has no closing quote.';
  if ('“”‘’'.includes(sign)) return 'Write straight quotes: "…".';
  return `"${sign}" has no meaning here.`;
}

function unquote(quoted: string): string {
  return quoted.slice(1, -1).replace(ESCAPED, (_whole, sign: string) => (sign === 'n' ? '\n' : sign));
}

function match(pattern: RegExp, source: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0] ?? null;
}

function skipSpace(source: string, at: number): number {
  return at + (match(SPACE, source, at)?.length ?? 0);
}

function endAt(at: number): Token {
  return { type: 'end', value: '', at };
}
