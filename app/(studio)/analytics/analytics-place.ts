import { words } from '@/app/_words/en';
import type { Filter } from './analytics-types';

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
  const version = /^\d{1,6}$/.test(text('version')) ? text('version') : '';
  return {
    tab: tabNames.find((name) => name === parameters.get('tab')) ?? 'overview',
    days: daysChoices.find(({ id }) => id === parameters.get('days'))?.id ?? '7',
    flow: text('flow'),
    version: text('flow') === '' ? '' : version,
    language: text('language'),
    source: text('source'),
    campaign: /^[0-9a-f-]{36}$/.test(text('campaign')) ? text('campaign') : '',
  };
}

/** The address of a place: only what is not as usual stands in it. */
export function addressOf(place: Place): `/analytics?${string}` | '/analytics' {
  const { tab, days } = place;
  const next = new URLSearchParams({
    ...(tab === 'overview' ? {} : { tab }),
    ...(days === '7' ? {} : { days }),
    ...Object.fromEntries(narrowings.flatMap((name) => (place[name] === '' ? [] : [[name, place[name]]]))),
  });
  return next.size === 0 ? '/analytics' : `/analytics?${next}`;
}

/** Whether somebody is left out. */
export function isNarrowed(place: Place): boolean {
  return narrowings.some((name) => place[name] !== '');
}

const DAY_MS = 86_400_000;

/** The days that end today, in India, whoever asks and wherever. */
export function filterOf(place: Place, nowMs: number): Filter {
  const day = (ms: number): string => new Date(ms).toLocaleDateString('en-CA', { timeZone: 'Asia/Kolkata' });
  const { flow, version, language, source, campaign } = place;
  return {
    from: day(nowMs - (Number(place.days) - 1) * DAY_MS),
    until: day(nowMs),
    flowId: flow || null,
    version: version === '' ? null : Number(version),
    language: language || null,
    source: source || null,
    campaignId: campaign || null,
  };
}
