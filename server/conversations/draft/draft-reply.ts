import { createHash } from 'node:crypto';
import { checkDraft } from '@/flows/grounding/check-draft';
import { officerReply, officerReplyInstructions } from '@/prompts/llm/officer-reply';
import { languages } from '@/prompts/load-languages';
import { factsNow } from '../../facts/read-facts';
import { botPlaceOf } from '../../handovers/packet/bot-place';
import { configuredModel } from '../../understanding/model/configured-model';
import { insertModelCall, readSpent } from '../../understanding/model-calls/store';
import { grounds, knownSlots } from '../../understanding/model-input';
import { readUnderstandingSettings } from '../../understanding/settings/store';
import { costOf, isOverBudget } from '../../understanding/turn-reader';
import { readHistory } from '../../understanding/understand-turn';
import type { Draft } from '../inbox-views';

const LONGEST_DRAFT = 1_000;
const MOST_TOKENS = 1_200; // a thinking model needs most of them before the first word

/**
 * Words of the model for an officer's reply, borne out by the facts, what the customer told and the calculators; or why there
 * are none. It is never sent by itself.
 */
export async function draftReply(contactId: string, nowMs: number): Promise<Draft> {
  const model = configuredModel();
  const settings = await readUnderstandingSettings();
  if (model === null || settings.engine === 'embedded') return none('No model is set up that could write a draft.');
  const place = await botPlaceOf(contactId);
  if (!place) return none('There is no conversation to answer yet.');
  if (isOverBudget(await readSpent(contactId), settings)) return none('The model’s budget of today is used up.');
  const { session } = place;
  const [facts, history] = await Promise.all([factsNow(), readHistory(contactId)]);
  const known = knownSlots(session);
  const input = { writeIn: session.language, known, history, ...grounds({ facts, packs: languages, session, nowMs }) };
  const began = performance.now();
  const answer = await model.ask({
    name: 'officer_reply',
    schema: officerReply,
    instructions: officerReplyInstructions,
    input,
    mostTokens: MOST_TOKENS,
    idempotencyKey: createHash('sha256')
      .update(JSON.stringify([contactId, input]))
      .digest('base64url'),
  });
  const outcome = answer.ok ? 'answered' : answer.failure;
  const cost = { ...answer.usage, costInr: costOf(answer.usage, settings), milliseconds: performance.now() - began };
  await insertModelCall({ contactId, purpose: 'turn', model: model.model, outcome, ...cost });
  if (!answer.ok) return none('The model did not answer. Try again in a moment.');
  const text = answer.value.message?.trim() ?? '';
  const slots = Object.fromEntries(Object.entries(session.slots).map(([slot, { value }]) => [slot, value]));
  const { language, timezone } = session;
  const problems = checkDraft(text, { language, facts, slots, packs: languages, nowMs, timezone });
  if (text === '' || text.length > LONGEST_DRAFT || problems.length > 0) {
    return none('The model wrote something that our facts do not bear out. Write it yourself.');
  }
  return { text, whyNot: null, groundedOn: Object.keys(known) };
}

function none(whyNot: string): Draft {
  return { text: null, whyNot, groundedOn: [] };
}
