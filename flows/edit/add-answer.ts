import { type Flow, type FlowRule, flowLimits } from '../schema/flow';
import type { Intent } from '../schema/intents';
import type { LanguageCode } from '../schema/language';
import { freeName, LONGEST_RULE_ID } from './free-name';
import { setRule } from './rules';

/** A question that found no answer: what it was read as, how a customer put it, and what that customer is called. */
export type OpenQuestion = Readonly<{
  intent: Intent;
  text: string;
  language: LanguageCode;
  names: readonly string[];
}>;

/** Where the answer to a question stands, or would stand: a flow-wide rule, and the path of its text. */
type AnswerPlace = Readonly<{ rule: string; path: string }>;

/**
 * Gives a question its place among the flow-wide answers, with an empty text for the author to write. A rule that takes the
 * intent and has no answer for it gets one; else a rule is added. What is none of our business is too much for one answer:
 * then only messages with the telling words of this one get it. Nothing of who asked gets into the flow, which others read
 * and no erasure reaches.
 */
export function addAnswer(flow: Flow, question: OpenQuestion): Flow {
  if (placeOfAnswer(flow, question) !== null || whyNoAnswer(flow, question) !== null) return flow;
  const { intent } = question;
  const waiting = flow.rules.find((rule) => lacksAnswer(rule, intent));
  if (waiting?.action.type === 'answer') {
    const answers = { ...waiting.action.answers, [intent]: [blankAnswer] };
    return setRule(flow, waiting.id, { ...waiting, action: { ...waiting.action, answers } });
  }
  const first = flow.rules.findIndex((rule) => rule.intents.includes(intent) && !rule.condition);
  return { ...flow, rules: flow.rules.toSpliced(first < 0 ? flow.rules.length : first, 0, ruleFor(flow, question)) };
}

/** Where all who ask this are given an answer; null where some get none. */
export function placeOfAnswer(flow: Flow, question: OpenQuestion): AnswerPlace | null {
  const { intent } = question;
  const wanted = conditionFor(question);
  const rule = flow.rules.find(
    ({ intents, condition, action }) =>
      action.type === 'answer' &&
      intents.includes(intent) &&
      action.answers[intent] !== undefined &&
      (condition ?? '') === wanted,
  );
  return rule ? { rule: rule.id, path: `action.answers.${intent}.0.text` } : null;
}

/** Why a question that has no place can't be given one: the flow has as many rules as it may, or nothing tells the question. */
export function whyNoAnswer(flow: Flow, question: OpenQuestion): 'rulesFull' | 'noWords' | null {
  if (flow.rules.some((rule) => lacksAnswer(rule, question.intent))) return null;
  if (flow.rules.length >= flowLimits.rules) return 'rulesFull';
  return isForItsWords(question.intent) && conditionFor(question) === '' ? 'noWords' : null;
}

const blankAnswer = { type: 'text', text: {} } as const;

function lacksAnswer({ intents, action, condition }: FlowRule, intent: Intent): boolean {
  if (isForItsWords(intent)) return false;
  return action.type === 'answer' && !condition && intents.includes(intent) && action.answers[intent] === undefined;
}

function isForItsWords(intent: Intent): boolean {
  return intent === 'out_of_scope';
}

/** Called by what it takes: a name would be the customer's words. */
function ruleFor(flow: Flow, question: OpenQuestion): FlowRule {
  const { intent } = question;
  const condition = conditionFor(question);
  const taken = flow.rules.map(({ id }) => id);
  return {
    id: freeName(intent, taken, LONGEST_RULE_ID),
    intents: [intent],
    ...(condition === '' ? {} : { condition }),
    except: [],
    action: { type: 'answer', answers: { [intent]: [blankAnswer] }, afterwards: 'repeat' },
  };
}

const TELLING_WORDS = 2;

/** Which messages get the answer: for what is none of our business those with its telling words, else all (''). */
function conditionFor(question: OpenQuestion): string {
  if (!isForItsWords(question.intent)) return '';
  return tellingWords(question)
    .map((word) => `contains(turn.text, "${word}")`)
    .join(' and ');
}

/** The longest words say best what a message is about, but not numbers, addresses and names: these say who wrote it. */
function tellingWords({ text, names }: OpenQuestion): readonly string[] {
  const own = new Set(names.flatMap(wordsOf));
  const found = new Set(
    wordsOf(text.replaceAll(/\S*@\S*/g, ' ')).filter((word) => !own.has(word) && !/\p{N}/u.test(word)),
  );
  return [...found].sort((one, other) => other.length - one.length).slice(0, TELLING_WORDS);
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}\u200c\u200d]+/gu) ?? [];
}
