/** What taking in a flow file, and beginning a new flow, says in English. */
export const importWords = {
  pick: 'Choose a flow file',
  pickHint: 'A .json file of this studio, at most 5 MB. You can also drop it here.',
  reading: 'Reading the file…',
  tooLarge: 'The file is larger than 5 MB.',
  splitIt: 'Split the flow into subflows.',
  unreadable: 'The file can’t be read.',
  chooseAgain: 'Choose it again, or another one.',
  notUtf8: 'The file is not written in UTF-8, so letters would be lost.',
  saveAsUtf8: 'Save it as UTF-8 and choose it again.',
  problems: (file: string, count: number) =>
    count === 1
      ? `“${file}” has a problem. Nothing was changed.`
      : `“${file}” has ${count} problems. Nothing was changed.`,
  place: 'Place',
  reason: 'What is wrong',
  whole: 'the file',
  state: (id: string) => `state ${id}`,
  transition: (id: string) => `transition ${id}`,
  rule: (id: string) => `rule ${id}`,
  close: 'Close',
  newFlow: 'New flow',
  newFlowBody: 'It begins with one message and an end. Nobody talks to it before it is published.',
  name: 'Name',
  make: 'Make the flow',
  importFlow: 'Import a flow',
  importBody: 'The file becomes a new flow, which is not published.',
  found: (name: string, states: number, languages: string) =>
    `“${name}”: ${states === 1 ? '1 state' : `${states} states`}, in ${languages}.`,
  take: 'Import it',
} as const;
