import { type FlowIssue, flowError } from './flow-issue';
import { findJsonMistake } from './json-mistake';

/** UTF-8 bytes of a flow document; a flow of a thousand states in five languages is below 3 MB. */
export const LARGEST_DOCUMENT_BYTES = 5_000_000;

export type ReadJson = Readonly<{ ok: true; value: unknown }> | Readonly<{ ok: false; issue: FlowIssue }>;

/** Parses JSON text; a syntax error comes back with its line and column. */
export function readJson(source: string): ReadJson {
  if (isTooLarge(source)) {
    const message = 'The document is larger than 5 MB.';
    return { ok: false, issue: flowError('document.too_large', {}, message, 'Split it into subflows.') };
  }
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch {
    return { ok: false, issue: syntaxIssue(text) };
  }
}

function isTooLarge(source: string): boolean {
  if (source.length > LARGEST_DOCUMENT_BYTES) return true;
  if (source.length * 3 <= LARGEST_DOCUMENT_BYTES) return false;
  let bytes = 0;
  for (let index = 0; index < source.length; index += 1) {
    const unit = source.charCodeAt(index);
    const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
    bytes += unit < 0x80 ? 1 : unit < 0x800 || isSurrogate ? 2 : 3;
  }
  return bytes > LARGEST_DOCUMENT_BYTES;
}

function syntaxIssue(text: string): FlowIssue {
  if (text.trim() === '') {
    return flowError('document.not_json', {}, 'The document is empty.', 'Give the JSON of a flow.');
  }
  const mistake = findJsonMistake(text);
  const before = text.slice(0, mistake.at);
  const line = before.split('\n').length;
  const column = mistake.at - (before.lastIndexOf('\n') + 1) + 1;
  const message = `The document is not JSON: line ${line}, column ${column}: ${mistake.problem}.`;
  return flowError('document.not_json', {}, message, 'Correct the JSON there.');
}
