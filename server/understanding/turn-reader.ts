import { wantsAnswer } from '@/flows/engine/answers-freely';
import { readReply, textPartOf } from '@/flows/engine/read-reply';
import { speaksToModel } from '@/flows/grounding/speaks-to-model';
import { intents } from '@/flows/schema/intents';
import type { IncomingMessage } from '@/flows/schema/message';
import type { Session } from '@/flows/schema/session';
import { customerSlots } from '@/flows/schema/slots';
import type { Reply } from '@/flows/schema/turn-input';
import type { ReaderReason, Understanding } from '@/flows/schema/understanding';
import { wordsOf } from '@/flows/schema/words-of';
import type { Reader } from '@/flows/understanding/understand';
import type { ProductFacts } from '@/prompts/facts/product-facts';
import type { LanguagePack } from '@/prompts/language-pack';
import { readTurnInstructions, readTurnSchema } from '@/prompts/llm/read-turn';
import type { ModelClient, ModelUsage } from './model/model-client';
import { modelReading } from './model/model-reading';
import type { ModelCall, Spent } from './model-calls/store';
import { type ModelInput, modelInput } from './model-input';
import type { UnderstandingSettings } from './settings/understanding-settings';

/** One turn's messages, and where the session stands that they came to. */
export type TurnToRead = {
  readonly contactId: string;
  readonly messages: readonly IncomingMessage[];
  readonly session: Session;
  /** The state answers freely: a model may draft the reply. */
  readonly mayReply: boolean;
  readonly nowMs: number;
};

/** What was read, and what it cost: nothing where no model was asked. */
export type TurnReading = { readonly reply: Reply; readonly tokens: number; readonly costInr: number };
export type ReadTurnMessages = (turn: TurnToRead) => Promise<TurnReading>;

/** What the turn reader needs of the world; a model, its memory and its money only where one is configured. */
export type TurnReaderParts = {
  readonly reader: Reader;
  readonly facts: ProductFacts;
  readonly packs: Readonly<Record<string, LanguagePack>>;
  readonly settings: UnderstandingSettings;
  readonly model: ModelClient | null;
  readonly history: (contactId: string) => Promise<ModelInput['history']>;
  readonly spent: (contactId: string) => Promise<Spent>;
  readonly record: (call: ModelCall) => Promise<void>;
};

/**
 * Reads turns with the embedded reader and, where that is not sure or a reply is wanted, with one call of a model. Whatever
 * goes wrong with the model, the embedded reading is used and says why.
 */
export function createTurnReader(parts: TurnReaderParts): ReadTurnMessages {
  return async (turn) => {
    const embedded = readReply(turn.messages, turn.session, parts.reader, turn.nowMs);
    const { engine } = parts.settings;
    if (parts.model === null || engine === 'embedded') return freeOfCost(embedded);
    const plan = planFor(embedded, turn, parts);
    if (plan.type === 'embedded') return freeOfCost(because(embedded, plan.reason));
    const spent = await parts.spent(turn.contactId);
    if (isOverBudget(spent, parts.settings)) return freeOfCost(because(embedded, 'model.over_budget'));
    return askModel(embedded, turn, plan.mayReply, parts, parts.model);
  };
}

type Plan =
  | { readonly type: 'embedded'; readonly reason: ReaderReason }
  | { readonly type: 'ask'; readonly mayReply: boolean };

function planFor(embedded: Reply, turn: TurnToRead, { settings, packs }: TurnReaderParts): Plan {
  const { understanding } = embedded;
  const texts = turn.messages.flatMap(({ content }) => (content.type === 'choice' ? [] : wordsOf(content) || []));
  // A tap says what it means, and a message that speaks to a model is not given to one.
  if (texts.length === 0) return { type: 'embedded', reason: 'embedded.confident' };
  if (texts.some((text) => speaksToModel(text, packs))) return { type: 'embedded', reason: 'message.suspicious' };
  const sure = isSure(understanding, settings);
  const mayReply = turn.mayReply && settings.draftsReplies && (!sure || wantsAnswer(understanding.intent));
  if (settings.engine === 'auto' && sure && !mayReply) return { type: 'embedded', reason: 'embedded.confident' };
  return { type: 'ask', mayReply };
}

function isSure({ confidence, alternatives }: Understanding, { sureFrom, sureAhead }: UnderstandingSettings): boolean {
  return confidence >= sureFrom && confidence - (alternatives[0]?.confidence ?? 0) >= sureAhead;
}

/** Whether as much was spent today as an owner allows. */
export function isOverBudget({ contactTokens, totalInr }: Spent, settings: UnderstandingSettings): boolean {
  return contactTokens >= settings.mostTokensPerContactPerDay || totalInr >= settings.mostInrPerDay;
}

const MOST_TOKENS = 1_200;

async function askModel(
  embedded: Reply,
  turn: TurnToRead,
  mayReply: boolean,
  parts: TurnReaderParts,
  model: ModelClient,
): Promise<TurnReading> {
  const { session, contactId, nowMs } = turn;
  const { facts, packs, reader, settings } = parts;
  const texts = turn.messages.map(textPartOf);
  const history = mayReply ? await parts.history(contactId) : [];
  const began = performance.now();
  const answer = await model.ask({
    name: 'read_turn',
    schema: readTurnSchema({ languages: Object.keys(packs), intents, slots: Object.keys(customerSlots) }),
    instructions: readTurnInstructions,
    input: modelInput({
      parts: texts,
      embedded: embedded.understanding,
      session,
      mayReply,
      history,
      facts,
      packs,
      nowMs,
    }),
    mostTokens: MOST_TOKENS,
    idempotencyKey: `${session.id}-${session.turn}-${turn.messages.at(-1)?.id ?? ''}`,
  });
  const costInr = costOf(answer.usage, settings);
  const outcome = answer.ok ? 'answered' : answer.failure;
  const milliseconds = performance.now() - began;
  await parts.record({
    contactId,
    purpose: 'turn',
    model: model.model,
    outcome,
    ...answer.usage,
    costInr,
    milliseconds,
  });
  const spent = { tokens: answer.usage.promptTokens + answer.usage.completionTokens, costInr };
  if (!answer.ok) return { reply: because(embedded, `model.${answer.failure}`), ...spent };
  const context = {
    language: session.language,
    expects: session.wait?.type === 'reply' ? session.wait.expects : [],
    now: new Date(nowMs).toISOString(),
    timezone: session.timezone,
  };
  const reading = modelReading(answer.value, embedded.understanding, texts, context, reader);
  if (!reading.trusted) return { reply: because(embedded, 'model.untrusted'), ...spent };
  const draft = mayReply ? draftOf(answer.value.reply) : null;
  return { reply: { ...chosen(embedded, reading.understanding, settings), draft }, ...spent };
}

/** In `auto`, a reading that the embedded reader is sure of stays its own; the model only worded the answer. */
function chosen(embedded: Reply, byModel: Understanding, settings: UnderstandingSettings): Reply {
  const own = embedded.understanding;
  const keepsOwn = settings.engine === 'auto' && isSure(own, settings);
  const [used, unused] = keepsOwn ? [own, byModel] : [byModel, own];
  const other = {
    engine: unused.engine,
    intent: unused.intent,
    confidence: unused.confidence,
    slots: valuesOf(unused),
  };
  const reason = keepsOwn ? 'embedded.confident' : 'model.answered';
  return { ...embedded, understanding: { ...used, reason, other } };
}

function valuesOf({ slots }: Understanding) {
  return Object.fromEntries(Object.entries(slots).map(([slot, { value }]) => [slot, value]));
}

const LONGEST_DRAFT = 4_000;

function draftOf(reply: string | null): string | null {
  const draft = reply?.trim() ?? '';
  return draft === '' || draft.length > LONGEST_DRAFT ? null : draft;
}

/** In rupees. */
export function costOf({ promptTokens, completionTokens }: ModelUsage, settings: UnderstandingSettings): number {
  const { inrPerMillionPromptTokens, inrPerMillionCompletionTokens } = settings;
  return (promptTokens * inrPerMillionPromptTokens + completionTokens * inrPerMillionCompletionTokens) / 1_000_000;
}

function because(reply: Reply, reason: ReaderReason): Reply {
  return { ...reply, understanding: { ...reply.understanding, reason } };
}

function freeOfCost(reply: Reply): TurnReading {
  return { reply, tokens: 0, costInr: 0 };
}
