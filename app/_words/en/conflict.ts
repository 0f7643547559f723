/** What the editor says when two people or tabs changed the same thing, or a save would remove most of a flow. */
export const conflictWords = {
  title: 'Both sides changed this',
  lead: 'Somebody else, or you in another tab, changed the same things. Nothing is lost and nothing is saved until you choose.',
  count: (decided: number, count: number) => `${decided} of ${count} decided`,
  whole: 'The whole flow',
  rule: (name: string) => `Rule: ${name}`,
  lists: {
    variables: (name: string) => `Variable ${name}`,
    notes: (id: string) => `Note ${id}`,
    groups: (id: string) => `Group ${id}`,
  },
  gone: 'removed',
  choices: { mine: 'Mine', theirs: 'Theirs', both: 'Both' },
  choiceOf: (what: string) => `What to keep: ${what}`,
  bothBody: 'Keeps mine, and theirs as a copy beside it.',
  allMine: 'All mine',
  allTheirs: 'All theirs',
  save: 'Save what I chose',
  later: 'Decide later',
  textOf: (language: string, path: string) => `${language} text of ${path}`,
  transition: (path: string) => (path === '' ? 'transition' : `transition, ${path}`),
  all: 'all of it',
  shrunk: {
    title: 'This would remove most of the flow',
    body: (was: number, is: number) =>
      `This would remove ${was - is} of ${was} states. It is not saved until you say that it is meant.`,
    save: 'Save anyway',
    undo: (label: string) => `Undo: ${label}`,
    later: 'Decide later',
  },
} as const;
