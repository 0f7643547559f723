import type { TimelineEntry } from '../lead-page-types';

export type TimelineFilter = 'all' | 'messages' | 'bot' | 'officers';

/** Which happenings each choice of the timeline shows. */
export const timelineFilters: Readonly<Record<TimelineFilter, (entry: TimelineEntry) => boolean>> = {
  all: () => true,
  messages: ({ kind }) => kind === 'message' || kind === 'document',
  bot: (entry) => botKinds.includes(entry.kind) || (entry.kind === 'stage' && entry.actor === null),
  officers: (entry) => ('actor' in entry ? entry.actor !== null : entry.kind === 'message' && entry.author !== null),
};

const botKinds: readonly TimelineEntry['kind'][] = ['state', 'filled', 'followUp', 'campaign', 'consent'];
