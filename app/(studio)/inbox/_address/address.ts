export const queues = ['needsHuman', 'mine', 'bot', 'waiting', 'closed', 'all'] as const;
export type Queue = (typeof queues)[number];

export const sorts = ['newest', 'waitingLongest', 'slaFirst'] as const;
export type Sort = (typeof sorts)[number];

export const bands = ['hot', 'warm', 'cold'] as const;
export type Band = (typeof bands)[number];

export const inboxLanguages = ['en', 'hi', 'kn', 'ta', 'te'] as const;
export type InboxLanguage = (typeof inboxLanguages)[number];

/** Which conversations are listed. */
export type ListPlace = Readonly<{
  queue: Queue;
  search: string;
  languages: readonly InboxLanguage[];
  bands: readonly Band[];
  unreadOnly: boolean;
  sort: Sort;
}>;

/** Everything of the inbox that an address keeps. */
export type Place = ListPlace & Readonly<{ contactId: string | null }>;

const home = '/inbox';

/** What an address asks for; what it says amiss counts as the usual. */
export function placeOf(pathname: string, parameters: Pick<URLSearchParams, 'get' | 'getAll'>): Place {
  const [, contactId = ''] = pathname.startsWith(`${home}/`) ? pathname.split(`${home}/`) : [];
  return {
    contactId: contactId === '' ? null : decodeURIComponent(contactId),
    queue: queues.find((queue) => queue === parameters.get('queue')) ?? 'needsHuman',
    search: parameters.get('search') ?? '',
    languages: inboxLanguages.filter((language) => parameters.getAll('language').includes(language)),
    bands: bands.filter((band) => parameters.getAll('score').includes(band)),
    unreadOnly: parameters.get('unread') === '1',
    sort: sorts.find((sort) => sort === parameters.get('sort')) ?? 'newest',
  };
}

/** What follows a path to say which conversations are listed, as short as it can be. */
export function queryOf(place: ListPlace): '' | `?${string}` {
  const { queue, search, languages, bands: wanted, unreadOnly, sort } = place;
  const parameters = new URLSearchParams([
    ...(queue === 'needsHuman' ? [] : [['queue', queue]]),
    ...(search === '' ? [] : [['search', search]]),
    ...languages.map((language) => ['language', language]),
    ...wanted.map((band) => ['score', band]),
    ...(unreadOnly ? [['unread', '1']] : []),
    ...(sort === 'newest' ? [] : [['sort', sort]]),
  ]);
  return parameters.size === 0 ? '' : `?${parameters}`;
}

/** The address of a place. */
export function addressOf({ contactId, ...list }: Place): string {
  return `${contactId === null ? home : `${home}/${encodeURIComponent(contactId)}`}${queryOf(list)}`;
}

/** How many filters narrow the list, the search apart. */
export function countFilters({ languages, bands: wanted, unreadOnly }: ListPlace): number {
  return languages.length + wanted.length + (unreadOnly ? 1 : 0);
}
