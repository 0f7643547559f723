function counted(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count.toLocaleString('en-IN')} ${many}`;
}

/** What the editor's table of translations says in English. */
export const languagesWords = {
  label: 'Translations',
  table: 'Texts in every language',
  place: 'Text of',
  emptyTitle: 'This flow says nothing yet',
  emptyBody: 'As soon as a state has a text, it stands here in every language.',
  noMatchTitle: 'No text is like that',
  noMatchBody: 'Nothing here passes the filter.',
  showAll: 'Show all texts',
  keys: 'Arrow keys move, Enter writes, Escape leaves, Tab goes to the next text. Cells can be pasted from a spreadsheet.',
  filter: {
    label: 'Which texts to show',
    search: 'Find in texts',
    status: 'Show',
    language: 'In',
    anyLanguage: 'any language',
    owner: 'Of',
    everyOwner: 'the whole flow',
    statuses: {
      all: 'All texts',
      missing: 'Missing',
      stale: 'Stale',
      drafted: 'Drafted by a model',
      problems: 'With problems',
    },
    counted: (name: string, count: number) => `${name} (${count.toLocaleString('en-IN')})`,
    shown: (shown: number, all: number) =>
      shown === all
        ? counted(all, 'text', 'texts')
        : `${shown.toLocaleString('en-IN')} of ${counted(all, 'text', 'texts')}`,
  },
  uses: {
    text: 'Message',
    interactiveBody: 'Message with choices',
    footer: 'Footer',
    buttonTitle: 'Button',
    listButtonLabel: 'Label of the list',
    rowTitle: 'Row',
    rowDescription: 'Description of a row',
    caption: 'Caption',
    url: 'Address',
    templateVariable: 'Template variable',
    internal: 'For officers',
  },
  goTo: (owner: string) => `Show ${owner}`,
  cell: (language: string, owner: string, use: string) => `${language} text of ${owner}, ${use}`,
  base: 'the flow’s own language',
  counter: (length: number, limit: number | null) =>
    limit === null ? `${length}` : `${length} of ${limit} characters`,
  nothing: 'Nothing written',
  statuses: {
    missing: 'Missing',
    stale: 'Stale',
    drafted: 'Drafted by a model',
  },
  staleBody: (base: string) => `The ${base} text has changed since this was written. What it said before is not kept.`,
  stillRight: 'Still right',
  confirm: 'Confirm',
  share: (percent: number) => `${percent}%`,
  left: (missing: number, stale: number, drafted: number) =>
    [
      ...(missing > 0 ? [`${missing} missing`] : []),
      ...(stale > 0 ? [`${stale} stale`] : []),
      ...(drafted > 0 ? [`${drafted} to confirm`] : []),
    ].join(', ') || 'complete',
  confirmShown: (count: number) => `Confirm the ${count} shown`,
  draft: {
    start: (count: number) => `Draft what is missing (${count})`,
    addModel: (count: number) => `Add a model to draft ${count}`,
    saving: 'Saving first…',
    drafting: (count: number) => `A model drafts ${counted(count, 'text', 'texts')}. You can go on working.`,
    done: (drafted: number, left: number) =>
      `${drafted} drafted, for you to confirm.${left > 0 ? ` ${left} still missing.` : ''}`,
    stopped: 'The model stopped answering.',
    refused: (count: number) => `${counted(count, 'draft was', 'drafts were')} refused:`,
    notSaved: 'The draft could not be saved, so nothing was drafted. Try again when it says “Saved”.',
    dismiss: 'Close',
  },
  columns: {
    open: 'Languages',
    title: 'Languages of this flow',
    close: 'Close',
    show: (language: string) => `Show ${language}`,
    remove: (language: string) => `Remove ${language}`,
    removeBody: (language: string, count: number) =>
      `${counted(count, 'text', 'texts')} in ${language} will be removed from the flow. Undo brings them back.`,
    really: 'Remove it',
    keep: 'Keep it',
    add: 'Add a language',
    addAct: 'Add',
    noMore: 'The flow speaks every language that this installation has words for.',
  },
  file: {
    exportTable: 'Export CSV',
    importTable: 'Import CSV',
    title: 'Import translations',
    body: 'The table as it was exported, with texts changed or added. Empty cells change nothing.',
    close: 'Close',
    pick: 'Choose a table',
    pickHint: 'A .csv or .tsv file in UTF-8. You can also drop it here.',
    reading: 'Reading the table…',
    letters: 'Letters would be lost: the file is not written in UTF-8. Save it as “CSV UTF-8” and choose it again.',
    empty: 'The file has no rows.',
    unreadable: 'The file can’t be read. Choose it again, or another one.',
    lost: (language: string) =>
      `The ${language} letters became question marks when the file was saved. The text is left as it is: save the file as “CSV UTF-8”.`,
    changes: (count: number) =>
      count === 0 ? 'No text would change.' : `${counted(count, 'text', 'texts')} would change.`,
    problems: (count: number) => `${counted(count, 'cell or row is', 'cells or rows are')} left out:`,
    row: 'Row',
    reason: 'Why',
    preview: 'What would change',
    andMore: (count: number) => `and ${count} more`,
    take: (count: number) => `Take over ${counted(count, 'text', 'texts')}`,
  },
  pasted: (count: number) => (count === 0 ? 'Nothing to paste here.' : `${counted(count, 'text', 'texts')} pasted.`),
  one: {
    position: (index: number, count: number) => `Text ${index} of ${count}`,
    previous: 'Previous text',
    next: 'Next text',
    languages: 'Language to write in',
    original: (language: string) => `In ${language}`,
  },
  edits: {
    text: (language: string, owner: string) => `Edit ${language} text of ${owner}`,
    confirm: (count: number, language: string) =>
      count === 1 ? `Confirm a ${language} text` : `Confirm ${count} ${language} texts`,
    stillRight: (language: string, owner: string) => `Say that the ${language} text of ${owner} is still right`,
    paste: (count: number) => `Paste ${counted(count, 'text', 'texts')}`,
    import: (file: string) => `Import texts from ${file}`,
    add: (language: string) => `Add ${language}`,
    remove: (language: string) => `Remove ${language}`,
  },
} as const;
