import type { LeadFilter } from '@/server/leads/filter/lead-filter';

export type FilterKey = keyof LeadFilter;
type Shape = 'text' | 'many' | 'amounts' | 'moments' | 'flag';

/** How each part of a filter is written in the address. */
const shapes = {
  search: 'text',
  stages: 'many',
  bands: 'many',
  score: 'amounts',
  cities: 'many',
  languages: 'many',
  sources: 'many',
  propertyTypes: 'many',
  purposes: 'many',
  loanAmount: 'amounts',
  propertyValue: 'amounts',
  income: 'amounts',
  assignee: 'text',
  outcomes: 'many',
  created: 'moments',
  active: 'moments',
  nextAction: 'text',
  conversationStatuses: 'many',
  window: 'text',
  tags: 'many',
  isOptedOut: 'flag',
  channel: 'text',
} as const satisfies Record<FilterKey, Shape>;

type Part =
  | string
  | boolean
  | readonly string[]
  | Readonly<{ atLeast?: number | undefined; atMost?: number | undefined }>
  | Readonly<{ from?: string | undefined; until?: string | undefined }>
  | undefined;

/** Several values stand behind one another; what no value of ours holds. */
const BETWEEN = '~';

/**
 * The filter that an address names. Only its shape is read: a value that does not exist is the server's to refuse, as it is
 * with an address that was typed.
 */
export function readFilter(parameters: URLSearchParams): LeadFilter {
  const parts = Object.entries(shapes).flatMap(([key, shape]) => {
    const value = parameters.get(key);
    const read = value === null || value === '' ? undefined : readPart(shape, value);
    return read === undefined || writePart(read) === '' ? [] : [[key, read]];
  });
  return Object.fromEntries(parts);
}

/** A filter as the parts of an address; what says nothing is left out. */
export function writeFilter(filter: LeadFilter): Readonly<Record<string, string>> {
  const parts = Object.entries(filter)
    .map(([key, value]) => [key, writePart(value)] as const)
    .filter(([, written]) => written !== '');
  return Object.fromEntries(parts.toSorted(([left], [right]) => left.localeCompare(right)));
}

/** What a part of a filter is made of, as words: the chosen values, or both ends of a range, an open end being empty. */
export function partOf(filter: LeadFilter, key: FilterKey): readonly string[] {
  const written = writeFilter(filter)[key];
  return written === undefined ? [] : written.split(BETWEEN);
}

/** The filter with other values, or other ends, in one of its parts; none take the part away. */
export function withPart(filter: LeadFilter, key: FilterKey, values: readonly string[]): LeadFilter {
  return readFilter(new URLSearchParams({ ...writeFilter(filter), [key]: values.join(BETWEEN) }));
}

function readPart(shape: Shape, value: string): Part {
  switch (shape) {
    case 'text':
      return value;
    case 'many':
      return value.split(BETWEEN).filter((one) => one !== '');
    case 'flag':
      return value === 'yes' || value === 'no' ? value === 'yes' : undefined;
    case 'amounts': {
      const [atLeast, atMost] = value.split(BETWEEN).map((one) => (one === '' ? undefined : Number(one)));
      return {
        ...(isAmount(atLeast) ? { atLeast } : {}),
        ...(isAmount(atMost) ? { atMost } : {}),
      };
    }
    case 'moments': {
      const [from, until] = value.split(BETWEEN);
      return { ...(isMoment(from) ? { from } : {}), ...(isMoment(until) ? { until } : {}) };
    }
    default:
      return shape satisfies never;
  }
}

function writePart(value: Part): string {
  if (value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  if ('length' in value) return value.join(BETWEEN);
  if ('atLeast' in value || 'atMost' in value) return pair(value.atLeast, value.atMost);
  if ('from' in value || 'until' in value) return pair(value.from, value.until);
  return '';
}

function pair(first: number | string | undefined, second: number | string | undefined): string {
  return first === undefined && second === undefined ? '' : `${first ?? ''}${BETWEEN}${second ?? ''}`;
}

function isAmount(value: number | undefined): value is number {
  return value !== undefined && value >= 0;
}

function isMoment(value: string | undefined): value is string {
  return value !== undefined && !Number.isNaN(Date.parse(value));
}
