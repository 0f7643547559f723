/** What the editor's history part says in English. */
export const historyWords = {
  label: 'History',
  lead: 'Every change since you opened the flow. Choose one to go back to it, or forward again.',
  list: 'Changes, newest first',
  opened: 'The flow was opened',
  current: 'You are here',
  undone: 'undone',
  others: 'by others',
  othersBody: 'Changes that others made stay when you go back.',
  emptyTitle: 'No changes yet',
  emptyBody: 'Everything that you change is listed here and can be undone, as far back as you opened the flow.',
  earlier: (count: number) => `Show ${count} earlier`,
} as const;
