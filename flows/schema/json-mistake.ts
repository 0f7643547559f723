/** Where JSON text stops being JSON (a UTF-16 offset), and what is wrong there, without a full stop. */
export type JsonMistake = Readonly<{ at: number; problem: string }>;

type Bracket = '{' | '[';
type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end';

/**
 * Finds the first syntax error of a text that `JSON.parse` refused. Engines word and place their errors differently,
 * and some name no position at all. Linear, without recursion.
 */
export function findJsonMistake(text: string): JsonMistake {
  const open: Bracket[] = [];
  let expected: Expected = 'value';
  let at = skipSpace(text, 0);
  while (at < text.length) {
    const character = text[at] ?? '';
    if (open.length === 0 && expected === ', or end') return { at, problem: 'there is more after the end' };
    if (!fits(character, expected, open.at(-1))) return { at, problem: problemOf(text, at, expected, open.at(-1)) };
    const end = '{}[],:'.includes(character) ? at + 1 : endOfScalar(text, at);
    if (typeof end !== 'number') return end;
    expected = expectedAfter(character, expected, open);
    at = skipSpace(text, end);
  }
  return { at: text.length, problem: 'the document ends too early' };
}

/** What may come after a bracket, comma, colon or the beginning of a scalar; keeps account of what is open. */
function expectedAfter(character: string, expected: Expected, open: Bracket[]): Expected {
  if (character === '{' || character === '[') open.push(character);
  if (character === '{') return 'key or }';
  if (character === '[') return 'value or ]';
  if (character === '}' || character === ']') open.pop();
  if (character === ',') return open.at(-1) === '{' ? 'key' : 'value';
  if (character === ':') return 'value';
  return expected === 'key' || expected === 'key or }' ? (character === '}' ? ', or end' : ':') : ', or end';
}

function fits(character: string, expected: Expected, inside: Bracket | undefined): boolean {
  switch (expected) {
    case 'value':
      return isValueStart(character);
    case 'value or ]':
      return character === ']' || isValueStart(character);
    case 'key':
      return character === '"';
    case 'key or }':
      return character === '"' || character === '}';
    case ':':
      return character === ':';
    case ', or end':
      return character === ',' || character === (inside === '{' ? '}' : ']');
    default:
      return expected satisfies never;
  }
}

function isValueStart(character: string): boolean {
  return /["{[\-0-9tfn]/.test(character);
}

function problemOf(text: string, at: number, expected: Expected, inside: Bracket | undefined): string {
  const found = `"${String.fromCodePoint(text.codePointAt(at) ?? 0xfffd)}" was found`;
  switch (expected) {
    case 'value':
    case 'value or ]':
      return `${found} where a value was expected`;
    case 'key':
    case 'key or }':
      return `${found} where a name in double quotes was expected`;
    case ':':
      return `${found} where ":" was expected`;
    case ', or end':
      return `${found} where "," or "${inside === '{' ? '}' : ']'}" was expected`;
    default:
      return expected satisfies never;
  }
}

function endOfScalar(text: string, at: number): number | JsonMistake {
  if (text[at] === '"') return endOfString(text, at);
  const scalar = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
  scalar.lastIndex = at;
  return scalar.test(text) ? scalar.lastIndex : { at, problem: 'this is no number, true, false or null' };
}

function endOfString(text: string, start: number): number | JsonMistake {
  for (let at = start + 1; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) return at + 1;
    if (unit < 0x20) return { at, problem: 'a text goes over the end of its line or has a control character' };
    if (unit !== 0x5c) continue;
    const escaped = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y;
    escaped.lastIndex = at + 1;
    if (!escaped.test(text)) return { at, problem: 'this "\\" escapes nothing' };
    at = escaped.lastIndex - 1;
  }
  return { at: start, problem: 'this text is never closed' };
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\n\r'.includes(text[at] ?? 'x')) at += 1;
  return at;
}
