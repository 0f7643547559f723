import { existsSync, readFileSync } from 'node:fs';
import { KnownError } from '../errors';
import { reasonOf } from '../reason-of';

/**
 * Reads `NAME=value` lines; `#` begins a comment, quotes keep spaces and `#`. No file means no variables. Throws
 * `settings.invalid` with the number of the first line that cannot be read: half-read settings are worse than none.
 */
export function readEnvFile(file: string): Readonly<Record<string, string>> {
  if (!existsSync(file)) return {};
  const values: Record<string, string> = {};
  for (const [index, line] of readLines(file).entries()) {
    const reading = readLine(line);
    if (reading.kind === 'broken') {
      const advice = 'correct it or put a # before it';
      throw new KnownError(
        'settings.invalid',
        `Line ${index + 1} of ${file} cannot be read (${reading.problem}): ${advice}.`,
      );
    }
    if (reading.kind === 'variable') values[reading.name] = reading.value;
  }
  return values;
}

type LineReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'variable'; readonly name: string; readonly value: string }
  | { readonly kind: 'broken'; readonly problem: string };

function readLines(file: string): readonly string[] {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)).split(/\r?\n/);
  } catch (cause) {
    throw new KnownError('settings.invalid', `${file} cannot be read (${reasonOf(cause)}).`, { cause });
  }
}

function readLine(line: string): LineReading {
  const text = line.trim().replace(/^export\s+/, '');
  if (text === '' || text.startsWith('#')) return { kind: 'empty' };
  const at = text.indexOf('=');
  if (at < 0) return { kind: 'broken', problem: 'there is no = in it' };
  const name = text.slice(0, at).trim();
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    return { kind: 'broken', problem: 'a name has letters, digits and _ only, and stands directly before =' };
  }
  const value = readValue(text.slice(at + 1).trim());
  if (value === undefined) return { kind: 'broken', problem: 'a quote is not closed, or something follows it' };
  return { kind: 'variable', name, value };
}

function readValue(text: string): string | undefined {
  const quote = text[0];
  if (quote !== '"' && quote !== "'") return text.replace(/(^|\s)#.*$/, '').trim();
  const end = text.indexOf(quote, 1);
  if (end < 0 || !/^\s*(#.*)?$/.test(text.slice(end + 1))) return;
  return text.slice(1, end);
}
