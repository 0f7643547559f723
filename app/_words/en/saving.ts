/** What the editor says about where a draft's changes are. */
export const savingWords = {
  label: 'Saving',
  unchanged: 'No changes',
  saved: (time: string) => `Saved ${time}`,
  saving: 'Saving…',
  offline: (changes: number) =>
    changes === 1 ? 'Offline, 1 change kept here' : `Offline, ${changes} changes kept here`,
  conflict: (count: number) => (count === 1 ? 'Conflict: 1 thing to decide' : `Conflict: ${count} things to decide`),
  shrunk: 'Not saved: most of the flow would go',
  refused: (reason: string) => `Not saved: ${reason}`,
  recovered: (changes: number) =>
    changes === 1 ? 'Recover 1 change kept in this browser' : `Recover ${changes} changes kept in this browser`,
  resolved: 'Decide what both sides changed',
  adopted: 'Changes made elsewhere',
  unreadableTitle: 'The draft can’t be read',
  unreadableBody: 'You see the published version. Saving a change replaces the unreadable draft.',
} as const;
