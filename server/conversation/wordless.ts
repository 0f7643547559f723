import type { IncomingContent } from '@/flows/schema/message';
import { wordsOf } from '@/flows/schema/words-of';
import type { LanguagePack } from '@/prompts/language-pack';
import { setAside } from './compose-commit';
import { runtimeWords, type SpokenEvent } from './compose-said';
import type { Claim } from './queue/store';
import type { TurnCommit } from './turn-commit';
import type { MessageEntry, StoredSession, TurnWork, TurnWorld } from './turn-work';

/** What a burst without any words calls for: one of the runtime's own sentences, or nothing at all. */
export type WordlessAnswer = keyof LanguagePack['messages'] | 'nothing';

/** The answer to messages that hold nothing to understand (a picture, a sticker); undefined when there are words. */
export function wordlessAnswer(contents: readonly IncomingContent[]): WordlessAnswer | undefined {
  const answers = contents.map(answerTo);
  if (answers.includes(undefined)) return;
  return foremost.find((answer) => answers.includes(answer));
}

/** Of several kinds in one burst the first of these is answered. */
const foremost = [
  'voiceUnheard',
  'fileReceived',
  'locationReceived',
  'unsupportedMessage',
  'contactReceived',
  'nothing',
] as const satisfies readonly WordlessAnswer[];

/** Says so in the middle of a conversation, which stays where it is: the pending question is still to be answered. */
export function setWordlessAside(
  claim: Claim,
  work: TurnWork,
  world: TurnWorld,
  { state: session }: StoredSession,
  entries: readonly MessageEntry[],
  answer: WordlessAnswer,
): TurnCommit {
  const words = work.contact.optedOutAt === null ? wordsFor(answer, session, world) : [];
  const reason = answer === 'voiceUnheard' ? 'voice.unheard' : 'message.unreadable';
  return setAside({ claim, work, world, entries, reply: null, words, status: 'ignored', reason });
}

/** What stands before the flow's own words when such a message begins a conversation: for a sticker a greeting is enough. */
export function wordsBefore(
  answer: WordlessAnswer | undefined,
  { state: session }: StoredSession,
  world: TurnWorld,
): SpokenEvent[] {
  return answer === 'voiceUnheard' || answer === 'fileReceived' ? wordsFor(answer, session, world) : [];
}

function wordsFor(answer: WordlessAnswer, session: StoredSession['state'], world: TurnWorld): SpokenEvent[] {
  const text = answer === 'nothing' ? undefined : world.packs[session.language]?.messages[answer];
  return text ? [runtimeWords(text, answer, session.state, session.language)] : [];
}

function answerTo(content: IncomingContent): WordlessAnswer | undefined {
  if (content.type === 'choice' || wordsOf(content) !== '') return;
  switch (content.type) {
    case 'media':
      if (content.kind === 'voice') return 'voiceUnheard';
      return content.kind === 'sticker' ? 'unsupportedMessage' : 'fileReceived';
    case 'location':
      return 'locationReceived';
    case 'contacts':
      return 'contactReceived';
    case 'reaction':
      return 'nothing';
    case 'unsupported':
      return quietKinds.has(content.kind) ? 'nothing' : 'unsupportedMessage';
    case 'text':
    case 'form':
    case 'order':
      return 'unsupportedMessage';
    default:
      return content satisfies never;
  }
}

/** Not said to us, but done to a message: to answer a thumbs-up would be odd. */
const quietKinds: ReadonlySet<string> = new Set(['edit', 'revoke']);
