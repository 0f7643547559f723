import type { ContactExport } from '../contact-data/compose-export';

/** A file as an export lists it, and why it is not in it. */
export type ListedFile = Readonly<{ name: string; at: Date; problem: 'missing' | 'tooMuch' | null }>;

/** What is what in an export, for the person whose data it is. */
export function composeReadme({ exportedAt, sharedWith, rows }: ContactExport, files: readonly ListedFile[]): string {
  const kept = Object.entries(rows).filter(([, own]) => own.length > 0);
  return [
    'Everything that is kept about you',
    `As it was on ${day(exportedAt)}, at ${exportedAt.slice(11, 16)} UTC.`,
    '',
    'WHAT IS IN THIS ARCHIVE',
    '- README.txt: this text.',
    '- contact.json: every record about you, word for word. Any text editor opens it. Its parts are listed below.',
    '- files: what you sent, what was put in by an upload link, and what an officer sent you.',
    '',
    'THE PARTS OF contact.json',
    ...kept.map(([section, own]) => `- ${section} (${own.length}): ${meanings[section] ?? 'Other records about you.'}`),
    '',
    'THE FILES',
    ...listFiles(files),
    '',
    'WHO ELSE WAS GIVEN YOUR DATA',
    ...(sharedWith.length === 0 ? ['Nobody.'] : sharedWith.map(({ name, what }) => `- ${name}: ${what}.`)),
    '',
    'WHAT YOU CAN ASK FOR',
    'You can have it corrected or erased, and take back what you agreed to: write so in the chat, or tell an officer.',
    '',
  ].join('\r\n');
}

/** What a section of the export holds. */
export const meanings: Readonly<Record<string, string>> = {
  statuses: 'Whether messages to you arrived and were read.',
  accountEvents: 'What the messenger told us about your number.',
  messageCosts: 'What messages to you cost.',
  modelCalls: 'When a language model was asked about your messages, and what that cost.',
  sent: 'Messages to you on their way: when, and what came of it.',
  files: 'What is known of each file: name, kind, size, and what was heard in a voice note.',
  messages: 'The conversation: your messages and ours.',
  received: 'Your messages as they came in.',
  followUps: 'When we planned to write to you again.',
  handovers: 'When a person took over from the bot, and why.',
  marks: 'Which steps of the conversation you reached, for counting.',
  turns: 'How each message of yours was read and what was done about it.',
  sessions: 'Where you are in the conversation, and the facts that you told.',
  leadEvents: 'What happened to your enquiry, and who did it.',
  notes: 'Notes of our officers about you.',
  tasks: 'What our officers mean to do for you.',
  scheduled: 'Messages that an officer wrote to be sent later.',
  lead: 'Your enquiry: stage, score and what it is made of.',
  campaigns: 'Campaigns that you were part of.',
  importedRows: 'Rows of lists that name you.',
  uploadLinks: 'Links by which you could send files.',
  consents: 'What you agreed to and took back, with what proves it.',
  readBy: 'Which of our people has read the conversation, and up to where.',
  conversation: 'The conversation as a whole: language, whose turn it is, when somebody wrote last.',
  queue: 'Whether an answer to you is due.',
  paces: 'How fast messages to you may follow each other.',
  contact: 'Who you are to us: number or user id, name, language, time zone.',
};

const problems = {
  missing: 'not here: it could not be fetched, or is not there any more',
  tooMuch: 'not here: the archive would be too large; ask for it by its name',
} as const;

function listFiles(files: readonly ListedFile[]): readonly string[] {
  if (files.length === 0) return ['None.'];
  return files.map(({ name, at, problem }) => {
    return `- ${name}, of ${day(at.toISOString())}${problem === null ? '' : ` (${problems[problem]})`}`;
  });
}

function day(time: string): string {
  return time.slice(0, 10);
}
