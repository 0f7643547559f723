/** What the first page says about sample data in English. */
export const sampleWords = {
  title: 'See it full of life',
  body: (total: number) =>
    `${total} made-up people write to you in five languages, over the past 60 days: leads, conversations, handovers and follow-ups, made by the flow itself. Nobody real is written to, and they can be removed again.`,
  load: 'Load sample data',
  again: 'Load it again',
  loading: 'Sample conversations',
  removing: 'Being removed',
  progress: (done: number, total: number) => `${done} of ${total}`,
  failed: 'It stopped halfway. What is there can be removed, or loaded again.',
  loaded: (total: number) => `${total} sample leads are here.`,
  toLeads: 'See the leads',
  remove: 'Remove sample data',
} as const;
