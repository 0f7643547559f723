import { type Flow, type FlowRule, flowLimits } from '../schema/flow';
import type { Intent } from '../schema/intents';
import type { LanguageCode } from '../schema/language';
import { freeName, LONGEST_RULE_ID } from './free-name';
import { setRule } from './rules';

/** A question that found no answer: what it was read as, and how a customer put it. */
export type OpenQuestion = Readonly<{ intent: Intent; text: string; language: LanguageCode }>;

/** Where the answer to a question stands, or would stand: a flow-wide rule, and the path of its text. */
type AnswerPlace = Readonly<{ rule: string; path: string }>;

/**
 * Gives a question its place among the flow-wide answers, with an empty text for the author to write. A rule that takes the
 * intent and has no answer for it gets one; else a rule is added, named as the customer put it. What is none of our business
 * is too much for one answer: then only messages with the telling words of this one get it.
 */
export function addAnswer(flow: Flow, question: OpenQuestion): Flow {
  if (placeOfAnswer(flow, question) !== null) return flow;
  const { intent } = question;
  const waiting = flow.rules.find((rule) => lacksAnswer(rule, intent));
  if (waiting?.action.type === 'answer') {
    const answers = { ...waiting.action.answers, [intent]: [blankAnswer] };
    return setRule(flow, waiting.id, { ...waiting, action: { ...waiting.action, answers } });
  }
  if (flow.rules.length >= flowLimits.rules || (intent === 'out_of_scope' && !hasWords(question.text))) return flow;
  const first = flow.rules.findIndex((rule) => rule.intents.includes(intent) && !rule.condition);
  return { ...flow, rules: flow.rules.toSpliced(first < 0 ? flow.rules.length : first, 0, ruleFor(flow, question)) };
}

/** Where a question was given an answer before; null where it has none. */
export function placeOfAnswer(flow: Flow, { intent, text }: OpenQuestion): AnswerPlace | null {
  const rule = flow.rules.find(
    ({ name, intents, action }) =>
      action.type === 'answer' &&
      intents.includes(intent) &&
      (name === nameOf(text) || (intent !== 'out_of_scope' && action.answers[intent] !== undefined)),
  );
  return rule ? { rule: rule.id, path: `action.answers.${intent}.0.text` } : null;
}

const blankAnswer = { type: 'text', text: {} } as const;

function lacksAnswer({ intents, action, condition }: FlowRule, intent: Intent): boolean {
  return action.type === 'answer' && !condition && intents.includes(intent) && action.answers[intent] === undefined;
}

function ruleFor(flow: Flow, { intent, text }: OpenQuestion): FlowRule {
  const taken = flow.rules.map(({ id }) => id);
  return {
    id: freeName('answer', taken, LONGEST_RULE_ID),
    name: nameOf(text),
    intents: [intent],
    ...(intent === 'out_of_scope' ? conditionFor(text) : {}),
    except: [],
    action: { type: 'answer', answers: { [intent]: [blankAnswer] }, afterwards: 'repeat' },
  };
}

const LONGEST_NAME = 200;

function nameOf(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_NAME);
}

const TELLING_WORDS = 2;

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** The longest words say best what a message is about. */
function conditionFor(text: string): { readonly condition: string } {
  const found = new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}\u200c\u200d]+/gu));
  const telling = [...found].sort((one, other) => other.length - one.length).slice(0, TELLING_WORDS);
  return { condition: telling.map((word) => `contains(turn.text, "${word}")`).join(' and ') };
}
