/** What the editor's document part says in English. */
export const documentWords = {
  label: 'Document of the flow',
  hint: 'Tab indents. To leave the text by keyboard, press Escape and then Tab.',
  untouched: 'This is the draft, as it is saved in a file. Edit it here, then take it over.',
  checking: 'Checking what you wrote…',
  ready: 'No problem found. Not taken over yet.',
  wrong: (count: number) => (count === 1 ? '1 problem: not taken over yet' : `${count} problems: not taken over yet`),
  draftMoved: 'The draft has changed since you began. Taking over brings both together.',
  notKept: 'This text is too large to be kept when the page is closed: take it over first.',
  takeOver: 'Take over',
  discard: 'Discard my text',
  problems: 'Problems',
  line: (line: number) => `Line ${line}`,
  andMore: (count: number) => `and ${count} more`,
  taken: 'Taken over into the draft.',
  nothingToTake: 'The draft says this already.',
  takenWithClashes: (count: number) =>
    count === 1
      ? 'Taken over. One thing had changed on both sides; yours was kept:'
      : `Taken over. ${count} things had changed on both sides; yours were kept:`,
  edits: { take: 'Edit the document', import: (file: string) => `Import ${file}` },
  untaken: 'Text not taken over yet',
  /** What the text editor itself says, by its own words. */
  phrases: {
    next: 'Next',
    previous: 'Previous',
    all: 'All',
    'match case': 'Match case',
    regexp: 'Pattern',
    'by word': 'Whole words',
    replace: 'Replace',
    'replace all': 'Replace all',
    close: 'Close',
    go: 'Go',
  },
  exportFlow: 'Export',
  importFlow: 'Import',
  import: {
    title: 'Import a flow file',
    body: 'It takes the place of this draft. The flow keeps its id, and undo brings back what was there.',
    close: 'Close',
    same: 'The file says the same as this draft.',
    changes: (count: number) => (count === 1 ? '1 change' : `${count} changes`),
    counts: (added: number, removed: number, changed: number) => `${added} new, ${removed} removed, ${changed} changed`,
    take: 'Take the file over',
    andMore: (count: number) => `and ${count} more`,
  },
} as const;
