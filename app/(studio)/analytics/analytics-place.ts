import { words } from '@/app/_words/en';
import type { Filter } from './analytics-types';

const { range } = words.analytics;

/** How far back the figures may go. */
export type Days = '1' | '7' | '30' | '90';

export const daysChoices = [
  { id: '1', label: words.analytics.days[1] },
  { id: '7', label: words.analytics.days[7] },
  { id: '30', label: words.analytics.days[30] },
  { id: '90', label: words.analytics.days[90] },
] as const satisfies readonly { id: Days; label: string }[];

export const tabNames = ['overview', 'funnel', 'questions', 'handover', 'outreach', 'cost'] as const;
export type TabName = (typeof tabNames)[number];

/** What the screen's address says; an empty text leaves nobody out. */
export type Place = {
  readonly tab: TabName;
  readonly days: Days;
  /** Days of one's own choosing instead, ISO dates in India, both included; both empty where none are chosen. */
  readonly from: string;
  readonly until: string;
  readonly flow: string;
  readonly version: string;
  readonly language: string;
  readonly source: string;
  readonly campaign: string;
};

const narrowings = ['flow', 'version', 'language', 'source', 'campaign'] as const;

/** A week of everybody, where an address asks for nothing that there is. */
export function placeOf(parameters: Pick<URLSearchParams, 'get'>): Place {
  const text = (name: (typeof narrowings)[number]): string => parameters.get(name) ?? '';
  const own = { from: parameters.get('from') ?? '', until: parameters.get('until') ?? '' };
  const version = /^\d{1,6}$/.test(text('version')) ? text('version') : '';
  return {
    tab: tabNames.find((name) => name === parameters.get('tab')) ?? 'overview',
    days: daysChoices.find(({ id }) => id === parameters.get('days'))?.id ?? '7',
    ...(rangeProblem(own) === null ? own : { from: '', until: '' }),
    flow: text('flow'),
    version: text('flow') === '' ? '' : version,
    language: text('language'),
    source: text('source'),
    campaign: /^[0-9a-f-]{36}$/.test(text('campaign')) ? text('campaign') : '',
  };
}

/** The address of a place: only what is not as usual stands in it. */
export function addressOf(place: Place): `/analytics?${string}` | '/analytics' {
  const { tab, days, from, until } = place;
  const next = new URLSearchParams({
    ...(tab === 'overview' ? {} : { tab }),
    ...timeOf({ days, from, until }),
    ...Object.fromEntries(narrowings.flatMap((name) => (place[name] === '' ? [] : [[name, place[name]]]))),
  });
  return next.size === 0 ? '/analytics' : `/analytics?${next}`;
}

function timeOf({ days, from, until }: Pick<Place, 'days' | 'from' | 'until'>): Record<string, string> {
  if (from !== '') return { from, until };
  return days === '7' ? {} : { days };
}

/** Whether somebody is left out. */
export function isNarrowed(place: Place): boolean {
  return narrowings.some((name) => place[name] !== '');
}

const DAY_MS = 86_400_000;
const MOST_DAYS = 366; // as many as the server adds up

/** Why figures can't be read from the one day until the other, as a sentence; null where they can. */
export function rangeProblem({ from, until }: Pick<Place, 'from' | 'until'>): string | null {
  if (!isDay(from) || !isDay(until)) return range.both;
  if (from > until) return range.backwards;
  return (Date.parse(until) - Date.parse(from)) / DAY_MS < MOST_DAYS ? null : range.tooLong(MOST_DAYS);
}

function isDay(text: string): boolean {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  // The 31st of a shorter month is read as the 1st of the next one: no such day.
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/** A day in India, whoever asks and wherever. */
function dayOf(ms: number): string {
  return new Date(ms).toLocaleDateString('en-CA', { timeZone: 'Asia/Kolkata' });
}

/** The chosen days, else those that end today. */
export function filterOf(place: Place, nowMs: number): Filter {
  const { flow, version, language, source, campaign } = place;
  return {
    from: place.from || dayOf(nowMs - (Number(place.days) - 1) * DAY_MS),
    until: place.until || dayOf(nowMs),
    flowId: flow || null,
    version: version === '' ? null : Number(version),
    language: language || null,
    source: source || null,
    campaignId: campaign || null,
  };
}
