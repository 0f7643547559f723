import { checkDraft } from '../grounding/check-draft';
import type { OutgoingContent } from '../schema/message';
import type { Wordings } from '../schema/message-template';
import type { Session } from '../schema/session';
import type { SlotName, SlotValue } from '../schema/slots';
import type { Reply } from '../schema/turn-input';
import type { StateTurn } from '../states/define-state';
import { wantsAnswer } from './answers-freely';
import type { CompiledFlow } from './compile-flow';
import type { TurnEnv } from './env';

/** What answering needs of a turn. */
export type AnsweringTurn = StateTurn & {
  /** The draft in it is taken at most once. */
  reply: Reply | null;
  readonly speaker: string;
  readonly flow: CompiledFlow;
  readonly env: TurnEnv;
  session: () => Session;
  utter: (content: OutgoingContent, path: string) => void;
};

/**
 * Answers what the customer asked and records which answer it was. Where the state answers freely, a model's draft takes
 * the place of the author's words, once a turn and only when everything in it is borne out; else the author's are said.
 */
export function answerQuestion(turn: AnsweringTurn, messages: Wordings | undefined, path: string): boolean {
  const intent = turn.reply?.understanding.intent;
  if (intent === undefined) return false;
  const draft = wantsAnswer(intent) ? takeDraft(turn) : null;
  if (draft !== null) {
    const answer = sayDraft(turn, draft);
    turn.emit({ type: 'question.answered', state: turn.stateId, intent, answer, by: 'model' });
    return true;
  }
  if (!messages) return false;
  const wording = Math.min(turn.timesSaid(path), messages.length - 1);
  turn.sayNext(messages, path);
  const answer = `${turn.speaker}/${path}.${wording}`;
  turn.emit({ type: 'question.answered', state: turn.stateId, intent, answer, by: 'author' });
  return true;
}

/** The draft of this turn, if it may be said; it is taken at most once. */
function takeDraft(turn: AnsweringTurn): string | null {
  const { reply } = turn;
  const state = turn.flow.states.get(turn.stateId);
  if (!reply || reply.draft === null || !state?.behaviour.answersFreely) return null;
  turn.reply = { ...reply, draft: null };
  const problems = checkDraft(reply.draft, groundsOf(turn));
  if (problems.length === 0) return reply.draft;
  const told = problems.slice(0, MOST_PROBLEMS).map(({ code, text }) => ({ code, text: text.slice(0, LONGEST_QUOTE) }));
  turn.emit({ type: 'draft.refused', state: turn.stateId, problems: told });
  return null;
}

const MOST_PROBLEMS = 10;
const LONGEST_QUOTE = 100;

function groundsOf(turn: AnsweringTurn) {
  const { env } = turn;
  return {
    language: turn.session().language,
    facts: env.facts,
    slots: valuesOf(turn),
    packs: env.packs,
    nowMs: turn.nowMs,
    timezone: turn.timezone,
  };
}

/** Everything the session knows: what the flow began with, and what was said or worked out since. */
function valuesOf(turn: AnsweringTurn): Record<SlotName, SlotValue> {
  const facts = Object.entries(turn.session().slots).map(([slot, { value }]): [SlotName, SlotValue] => [slot, value]);
  return { ...Object.fromEntries(turn.flow.initial), ...Object.fromEntries(facts) };
}

function sayDraft(turn: AnsweringTurn, draft: string): string {
  turn.utter({ type: 'text', text: draft }, 'draft');
  return `${turn.speaker}/draft`;
}
