import { checkDraft } from '@/flows/grounding/check-draft';
import { type Session, session as sessionSchema } from '@/flows/schema/session';
import { followUpDraft, followUpInstructions } from '@/prompts/llm/follow-up';
import { log } from '../../log';
import { configuredModel } from '../../understanding/model/configured-model';
import type { ModelClient } from '../../understanding/model/model-client';
import { insertModelCall, readSpent } from '../../understanding/model-calls/store';
import { grounds, knownSlots } from '../../understanding/model-input';
import { readUnderstandingSettings } from '../../understanding/settings/store';
import type { UnderstandingSettings } from '../../understanding/settings/understanding-settings';
import { costOf, isOverBudget } from '../../understanding/turn-reader';
import { readHistory } from '../../understanding/understand-turn';
import type { Addressee, WordsParts } from './compose-words';
import { knownFacts } from './known-facts';
import { scriptedWords } from './scripted-words';

type Drafted = Addressee & { readonly id: string; readonly contactId: string; readonly attempts: number };

/**
 * Words of a model for one follow-up, or null: where none is configured or wanted, the day's budget is spent, or anything in the
 * draft is not borne out by the facts, the slots and the calculators.
 */
export async function draftWords(to: Drafted, parts: WordsParts, nowMs: number): Promise<string | null> {
  const model = configuredModel();
  const session = sessionSchema.safeParse(to.state);
  if (model === null || !parts.settings.draftsWords || !session.success) return null;
  const settings = await readUnderstandingSettings();
  if (settings.engine === 'embedded' || isOverBudget(await readSpent(to.contactId), settings)) return null;
  const draft = await ask(model, settings, to, session.data, parts, nowMs);
  if (draft === null || draft.length > LONGEST_DRAFT) return null;
  const slots = Object.fromEntries(knownFacts(to.state, to.leadFacts, to.name));
  const { facts, packs } = parts;
  const { language, timezone } = to;
  const problems = checkDraft(draft, { language, facts, slots, packs, nowMs, timezone });
  if (problems.length === 0) return draft;
  log.warn({ followUpId: to.id, problems: problems.map(({ code }) => code) }, 'followUp.draftRefused');
  return null;
}

const LONGEST_DRAFT = 600;
const MOST_TOKENS = 1_200; // a thinking model needs most of them before the first word

async function ask(
  model: ModelClient,
  settings: UnderstandingSettings,
  to: Drafted,
  session: Session,
  { facts, packs }: WordsParts,
  nowMs: number,
): Promise<string | null> {
  // Who the customer is stays here.
  const known = new Map([...knownFacts(to.state, null, null)].filter(([slot]) => slot !== 'name'));
  const usual = scriptedWords(to.reason, known, to.language, { packs, facts, timezone: to.timezone, nowMs });
  const began = performance.now();
  const answer = await model.ask({
    name: 'follow_up',
    schema: followUpDraft,
    instructions: followUpInstructions,
    input: {
      reason: to.reason,
      writeIn: to.language,
      usual,
      known: knownSlots(session),
      history: await readHistory(to.contactId),
      ...grounds({ facts, packs, session, nowMs }),
    },
    mostTokens: MOST_TOKENS,
    idempotencyKey: `followUp-${to.id}-${to.attempts}`,
  });
  await insertModelCall({
    contactId: to.contactId,
    purpose: 'followUp',
    model: model.model,
    outcome: answer.ok ? 'answered' : answer.failure,
    ...answer.usage,
    costInr: costOf(answer.usage, settings),
    milliseconds: performance.now() - began,
  });
  return answer.ok ? answer.value.message?.trim() || null : null;
}
