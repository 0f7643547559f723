import { compileExpression } from '@/flows/expressions/expression';
import { scopeOf } from '@/flows/expressions/scope';
import { compileTemplate } from '@/flows/expressions/template';
import type { Flow, FlowState } from '@/flows/schema/flow';
import type { LanguageCode } from '@/flows/schema/language';
import type { MessageTemplate, Wordings } from '@/flows/schema/message-template';
import type { SlotValue } from '@/flows/schema/slots';
import type { ProductFacts } from '@/prompts/facts/product-facts';
import { languages } from '@/prompts/load-languages';
import { slotDefinition } from '../slot-definition';
import type { LeadDetails, MissingFact } from './lead-details';

export type Asking = Readonly<{
  flow: Flow;
  known: ReadonlyMap<string, SlotValue>;
  language: LanguageCode;
  timezone: string;
  facts: ProductFacts;
  nowMs: number;
}>;

/** What the flow asks for and does not know yet, in its order, and how it would ask for the first of it. */
export function missingFacts(asking: Asking): Pick<LeadDetails, 'missing' | 'nextQuestion'> {
  const wanted = asking.flow.states.flatMap(questionsOf).filter((question) => isOpen(question, asking));
  const first = new Map(wanted.toReversed().map((question) => [question.slot, question]));
  const open = [...new Set(wanted.map(({ slot }) => slot))].flatMap((slot) => first.get(slot) ?? []);
  const [next] = open;
  return {
    missing: open.flatMap(({ slot }) => missing(slot, asking.flow)),
    nextQuestion: next ? asked(next, asking) : null,
  };
}

type Question = Readonly<{ slot: string; ask: Wordings; when?: string | undefined }>;

function questionsOf(state: FlowState): readonly Question[] {
  if (state.type === 'converse') return state.data.wants;
  return state.type === 'ask' ? state.data.questions : [];
}

function isOpen({ slot, when }: Question, asking: Asking): boolean {
  if (asking.known.has(slot)) return false;
  if (when === undefined) return true;
  const condition = compileExpression(when);
  return condition.ok && condition.expression.holds(...worldOf(asking));
}

function missing(slot: string, flow: Flow): MissingFact[] {
  const definition = slotDefinition(slot, flow);
  return definition ? [{ slot, kind: definition.kind, choices: definition.choices ?? [] }] : [];
}

function asked({ slot, ask: [message] }: Question, asking: Asking): LeadDetails['nextQuestion'] {
  const texts = message ? textOf(message) : undefined;
  const language = texts?.[asking.language] === undefined ? asking.flow.defaultLanguage : asking.language;
  const source = texts?.[language];
  if (source === undefined) return null;
  const { text } = compileTemplate(source).render(...worldOf({ ...asking, language }));
  return { slot, text, language };
}

function textOf(message: MessageTemplate): Readonly<Record<string, string>> | undefined {
  return message.type === 'media' ? message.caption : message.text;
}

function worldOf({ flow, known, language, timezone, facts, nowMs }: Asking) {
  const declared = new Set(flow.variables.map(({ name }) => name));
  const env = { language, defaultLanguage: flow.defaultLanguage, timezone, nowMs, packs: languages, facts };
  return [scopeOf(known, declared), env] as const;
}
