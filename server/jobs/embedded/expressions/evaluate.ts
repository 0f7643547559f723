import { Environment } from '@marcbachmann/cel-js';
import { log } from '../../../log';

/** What an expression may name: the event that began a run, the one that came later, and all events of a batch. */
export type Scope = { readonly event?: unknown; readonly async?: unknown; readonly events?: unknown };

/** An expression's value, or `undefined` for one that can't be read or has none for these events. Never throws. */
export function evaluate(expression: string, scope: Scope): unknown {
  const known = compiled.get(expression);
  const program = known === undefined ? remember(expression) : known;
  if (program === null) return undefined;
  // One that asks with `has` takes care itself of what is missing.
  const given = expression.includes('has(') ? strict : lenient;
  try {
    return program({ event: given(scope.event), async: given(scope.async), events: given(scope.events) });
  } catch {
    return undefined; // such as the sum of a text and a number: these events don't fit the expression
  }
}

type Program = (context: Readonly<Record<string, unknown>>) => unknown;

const environment = new Environment({ homogeneousAggregateLiterals: false })
  .registerVariable('event', 'dyn')
  .registerVariable('async', 'dyn')
  .registerVariable('events', 'dyn')
  // What Inngest offers beyond CEL.
  .registerFunction('lowercase(string): string', (text: string) => text.toLowerCase())
  .registerFunction('uppercase(string): string', (text: string) => text.toUpperCase())
  .registerFunction('b64decode(string): string', (text: string) => Buffer.from(text, 'base64').toString('utf8'))
  .registerFunction('json_parse(string): dyn', (text: string) => lenient(JSON.parse(text)))
  .registerFunction('date(dyn): google.protobuf.Timestamp', dateOf);

/** A date from its text, or from milliseconds since the epoch. */
function dateOf(at: unknown): Date {
  const date = new Date(typeof at === 'string' ? at : Number(at));
  if (Number.isNaN(date.getTime())) throw new RangeError('not a date');
  return date;
}

const MOST_REMEMBERED = 2000; // a wait's expression may be made for one run: they are not kept for ever
const compiled = new Map<string, Program | null>();

function remember(expression: string): Program | null {
  if (compiled.size >= MOST_REMEMBERED) compiled.clear();
  const program = compile(expression);
  compiled.set(expression, program);
  return program;
}

function compile(expression: string): Program | null {
  try {
    return environment.parse(expression);
  } catch {
    log.warn({ expression }, 'expression.unreadable'); // written by whoever wrote the function: no customer's words
    return null;
  }
}

function strict(value: unknown): unknown {
  return value ?? null;
}

/**
 * In an event, what is not there is null and no error: `event.data.plan != "free"` holds for one without a plan. The library
 * reads plain maps only, so that this is a changed map and no class.
 */
function lenient(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lenient);
  if (typeof value !== 'object' || value === null) return value ?? null;
  const map = new Map(Object.entries(value).map(([key, inner]) => [key, lenient(inner)]));
  return Object.assign(map, { get: (key: string) => Map.prototype.get.call(map, key) ?? null });
}
