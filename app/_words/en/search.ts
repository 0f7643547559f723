function counted(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count.toLocaleString('en-IN')} ${many}`;
}

/** What search and replace says in English. */
export const searchWords = {
  title: 'Search and replace',
  close: 'Close',
  query: 'Find in all texts',
  replacement: 'Replace with',
  replace: 'Replace',
  hideReplace: 'Search only',
  matchCase: 'Match case',
  wholeWord: 'Whole words',
  languages: 'Languages',
  options: 'How to search',
  next: 'Next match',
  previous: 'Previous match',
  keys: 'Enter and Shift+Enter go through the matches, Ctrl+Enter goes there.',
  empty: 'Write what to look for. All texts in the chosen languages are searched as you type.',
  none: 'No text has these words.',
  searching: 'Searching…',
  found: (matches: number, texts: number, states: number) =>
    `${counted(matches, 'match', 'matches')} in ${counted(texts, 'text', 'texts')} of ${counted(states, 'place', 'places')}.`,
  replaced: (texts: number) => `${counted(texts, 'text', 'texts')} changed. Undo takes all of it back.`,
  results: 'Matches',
  choose: (owner: string, language: string) => `Choose the ${language} text of ${owner}`,
  goTo: (owner: string, language: string) => `Go to the ${language} text of ${owner}`,
  replaceOne: 'Replace',
  replaceChosen: (count: number) => `Replace in ${counted(count, 'chosen text', 'chosen texts')}`,
  replaceAll: (count: number) => `Replace in all ${counted(count, 'text', 'texts')}`,
  stales: (language: string) => `Translations of every changed ${language} text will be marked as stale.`,
  rule: (name: string) => `Rule ${name}`,
  edit: (query: string, replacement: string) =>
    replacement === '' ? `Remove “${query}” from texts` : `Replace “${query}” by “${replacement}”`,
} as const;
