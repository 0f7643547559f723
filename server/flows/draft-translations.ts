import { createHash } from 'node:crypto';
import {
  type DraftedFlow,
  type DraftOptions,
  type RefusedDraft,
  type Untranslated,
  untranslatedTexts,
  withDraftedTranslations,
} from '@/flows/edit/draft-translations';
import type { Flow } from '@/flows/schema/flow';
import { whatsAppLimits } from '@/flows/schema/whatsapp-limits';
import { translateInstructions, translations } from '@/prompts/llm/translate';
import { languages } from '@/prompts/load-languages';
import type { ModelClient, ModelFailure, ModelUsage } from '../understanding/model/model-client';

/** What a run of drafting did. `failure` is why it ended early; what was drafted until then is kept. */
export type TranslationRun = DraftedFlow & {
  readonly failure: ModelFailure | null;
  /** Texts that still lack the language. */
  readonly left: number;
};

/** One call of the model, for the ledger of what was spent. */
export type RecordCall = (call: { outcome: string; usage: ModelUsage; milliseconds: number }) => Promise<void>;

/**
 * Has a model draft every text that lacks a language, some at a time, and takes the drafts into the flow that check out.
 * Never throws for what the model does.
 */
export async function draftTranslations(
  flow: Flow,
  language: string,
  model: ModelClient,
  record: RecordCall,
): Promise<TranslationRun> {
  const options: DraftOptions = { packs: languages };
  const wanted = untranslatedTexts(flow, language, options);
  const drafted: string[] = [];
  const refused: RefusedDraft[] = [];
  let current = flow;
  let failure: ModelFailure | null = null;
  for (let from = 0; from < wanted.length && failure === null; from += BATCH) {
    const batch = wanted.slice(from, from + BATCH);
    const began = performance.now();
    const answer = await model.ask(questionFor(batch, flow.defaultLanguage, language));
    const outcome = answer.ok ? 'answered' : answer.failure;
    await record({ outcome, usage: answer.usage, milliseconds: performance.now() - began });
    if (!answer.ok) {
      failure = answer.failure;
      continue;
    }
    const texts = new Map(answer.value.texts.map(({ key, text }) => [key, text]));
    const taken = withDraftedTranslations(current, language, onlyAsked(texts, batch), options);
    current = taken.flow;
    drafted.push(...taken.drafted);
    refused.push(...taken.refused);
  }
  return { flow: current, drafted, refused, failure, left: wanted.length - drafted.length };
}

const BATCH = 15;
const TOKENS_EACH = 400;

function questionFor(batch: readonly Untranslated[], from: string, to: string) {
  const texts = batch.map(({ key, original, use }) => ({ key, text: original, most: LIMITS[use] ?? null }));
  const input = { from: nameOf(from), to: nameOf(to), texts };
  return {
    name: 'translate',
    schema: translations,
    instructions: translateInstructions,
    input,
    mostTokens: BATCH * TOKENS_EACH,
    idempotencyKey: createHash('sha256').update(JSON.stringify(input)).digest('base64url'),
  };
}

/** What a model has to know of WhatsApp's limits; longer places need no warning. */
const LIMITS: Readonly<Partial<Record<Untranslated['use'], number>>> = {
  buttonTitle: whatsAppLimits.buttonTitle,
  listButtonLabel: whatsAppLimits.listButtonLabel,
  rowTitle: whatsAppLimits.rowTitle,
  rowDescription: whatsAppLimits.rowDescription,
  footer: whatsAppLimits.footer,
};

function nameOf(code: string): string {
  return languages[code]?.name ?? code;
}

function onlyAsked(texts: ReadonlyMap<string, string>, batch: readonly Untranslated[]): ReadonlyMap<string, string> {
  return new Map(batch.flatMap(({ key }) => (texts.has(key) ? [[key, texts.get(key) ?? '']] : [])));
}
