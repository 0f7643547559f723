import { mergeFlows } from '@/flows/edit/merge-flows';
import type { Flow } from '@/flows/schema/flow';
import { KnownError } from '../errors';
import { configuredModel } from '../understanding/model/configured-model';
import { insertModelCall } from '../understanding/model-calls/store';
import { readUnderstandingSettings } from '../understanding/settings/store';
import { costOf } from '../understanding/turn-reader';
import { draftTranslations, type TranslationRun } from './draft-translations';
import { openDraft } from './drafts/open-draft';
import { readDraftRevision, saveDraft } from './drafts/store';
import { readFlow } from './store';

export type TranslatedDraft = Pick<TranslationRun, 'refused' | 'failure' | 'left'> & { readonly drafted: number };

/** Drafts what a flow lacks in a language, and saves it as the flow's draft. */
export async function translateDraft(flowId: string, language: string): Promise<TranslatedDraft> {
  const model = configuredModel();
  if (model === null) {
    throw new KnownError(
      'model.notConfigured',
      'No language model is configured: set OPENAI_API_KEY or OPENAI_BASE_URL.',
    );
  }
  const revision = (await readDraftRevision(flowId))?.revision;
  const flow = await readFlow(flowId, 0);
  if (!flow || revision === undefined) throw new KnownError('record.notFound', 'There is no such flow.');
  if (!flow.languages.includes(language)) {
    throw new KnownError('request.invalid', `This flow speaks ${flow.languages.join(', ')}, not "${language}".`);
  }
  const settings = await readUnderstandingSettings();
  const run = await draftTranslations(flow, language, model, ({ outcome, usage, milliseconds }) => {
    const costInr = costOf(usage, settings);
    return insertModelCall({
      contactId: null,
      purpose: 'translation',
      model: model.model,
      outcome,
      ...usage,
      costInr,
      milliseconds,
    });
  });
  if (run.drafted.length > 0) await saveInto(flowId, flow, run.flow, revision);
  const { refused, failure, left } = run;
  return { drafted: run.drafted.length, refused, failure, left };
}

const MOST_TRIES = 5;

/** Saves what was drafted, merged into what somebody has saved while the model wrote: an open editor saves all the time. */
async function saveInto(flowId: string, base: Flow, drafted: Flow, revision: number): Promise<void> {
  if (await saveDraft(flowId, drafted, revision)) return;
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const now = await openDraft(flowId);
    const { flow } = mergeFlows(base, now.flow, drafted); // where both wrote a text, a person's stays
    if (await saveDraft(flowId, flow, now.revision)) return;
  }
  throw new KnownError(
    'record.conflict',
    'This flow is being changed all the time. Nothing was saved; please try again.',
  );
}
