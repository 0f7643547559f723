import { askedWords } from './asked';
import { canvasWords } from './canvas';
import { commandsWords } from './commands';
import { conflictWords } from './conflict';
import { documentWords } from './document';
import { historyWords } from './history';
import { importWords } from './import';
import { inspectorWords } from './inspector';
import { issuesWords } from './issues';
import { languagesWords } from './languages';
import { liveWords } from './live';
import { outlineWords } from './outline';
import { savingWords } from './saving';
import { searchWords } from './search';
import { shellWords } from './shell';
import { tryWords } from './try';
import { versionsWords } from './versions';

/** What the editor says in English, part by part. */
export const editorWords = {
  shell: shellWords,
  canvas: canvasWords,
  saving: savingWords,
  conflict: conflictWords,
  commands: commandsWords,
  inspector: inspectorWords,
  outline: outlineWords,
  issues: issuesWords,
  try: tryWords,
  languages: languagesWords,
  document: documentWords,
  import: importWords,
  search: searchWords,
  versions: versionsWords,
  live: liveWords,
  history: historyWords,
  asked: askedWords,
} as const;
