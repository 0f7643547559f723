import { createHash } from 'node:crypto';
import { findEmailsAndPhones } from '@/flows/understanding/extractors/contact-details';
import { maskSpans } from '@/flows/understanding/mask-spans';
import { translateInstructions, translations } from '@/prompts/llm/translate';
import { languages } from '@/prompts/load-languages';
import { KnownError } from '../../errors';
import { configuredModel } from '../../understanding/model/configured-model';
import { insertModelCall, readSpent } from '../../understanding/model-calls/store';
import { readUnderstandingSettings } from '../../understanding/settings/store';
import { costOf, isOverBudget } from '../../understanding/turn-reader';
import { messageText } from '../message-text';
import { selectContent } from './store';

export type Translation = { readonly text: string | null; readonly whyNot: string | null };

const MOST_TOKENS = 3_000;

/** One message in another language, by the configured model; how to reach the customer is not told to it. */
export async function translateMessage(contactId: string, messageId: string, language: string): Promise<Translation> {
  const content = await selectContent(contactId, messageId);
  if (content === undefined) throw new KnownError('record.notFound', 'There is no such message.');
  const words = messageText(content.direction, content.content);
  if (words === '' || /^\[\w+\]$/.test(words)) return none('There are no words to translate.');
  const model = configuredModel();
  const settings = await readUnderstandingSettings();
  if (model === null || settings.engine === 'embedded') return none('No model is set up that could translate.');
  if (isOverBudget(await readSpent(contactId), settings)) return none('The model’s budget of today is used up.');
  const text = maskSpans(words, findEmailsAndPhones(words));
  const to = languages[language]?.name ?? language;
  const input = { from: 'the language of the text', to, texts: [{ key: 'message', text, most: null }] };
  const began = performance.now();
  const answer = await model.ask({
    name: 'translate',
    schema: translations,
    instructions: translateInstructions,
    input,
    mostTokens: MOST_TOKENS,
    idempotencyKey: createHash('sha256').update(JSON.stringify(input)).digest('base64url'),
  });
  const outcome = answer.ok ? 'answered' : answer.failure;
  const cost = { ...answer.usage, costInr: costOf(answer.usage, settings), milliseconds: performance.now() - began };
  await insertModelCall({ contactId, purpose: 'translation', model: model.model, outcome, ...cost });
  const translated = answer.ok ? answer.value.texts[0]?.text.trim() : undefined;
  return translated ? { text: translated, whyNot: null } : none('The model did not answer. Try again in a moment.');
}

function none(whyNot: string): Translation {
  return { text: null, whyNot };
}
