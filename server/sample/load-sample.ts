import { rollUp } from '../analytics/roll-up/roll-up';
import { inTransaction } from '../db/transaction';
import { decayInterest } from '../leads/decay-interest';
import { deleteContactRows, lockContact } from '../privacy/contact-data/store';
import { SAMPLE_COUNT, sampleCustomer } from './customers/sample-customer';
import { playCustomers } from './play/play-customers';
import { sampleWorld } from './play/sample-world';
import { forgetFigures, selectSampleContacts } from './play/store';
import { noteProgress, readProgress, type SampleProgress } from './progress/store';

/** Conversations that are played side by side. */
const BATCH = 30;
/** How many batches there are. */
export const SAMPLE_BATCHES = SAMPLE_COUNT / BATCH;

/**
 * Plays one batch of the sample's conversations, from 0 on, and notes it. What was begun of it before is taken away first, so
 * that it may be done again. Says whether the run goes on.
 */
export async function loadBatch(run: string, batch: number, nowMs: number): Promise<boolean> {
  const progress = await readProgress();
  if (!progress || progress.run !== run || progress.status !== 'loading') return false;
  const customers = Array.from({ length: BATCH }, (_, index) => sampleCustomer(batch * BATCH + index));
  await removeContacts(await selectSampleContacts(customers.map(({ id }) => id)));
  const { actorId } = progress;
  await playCustomers(customers, { world: await sampleWorld(), actorId, nowMs });
  await decayInterest(nowMs); // they were scored on the day on which they wrote
  await rollUp({ most: 20_000, waitMs: 1_000 }); // the figures grow with the conversations
  const done = (batch + 1) * BATCH;
  const status = done >= SAMPLE_COUNT ? 'loaded' : 'loading';
  return noteProgress({ status, done, total: SAMPLE_COUNT, actorId, run });
}

/** Takes away exactly the sample's contacts, some at a time. Says whether there may be more. */
export async function removeSome(run: string): Promise<boolean> {
  const progress = await readProgress();
  if (!progress || progress.run !== run || progress.status !== 'removing') return false;
  const contactIds = await selectSampleContacts(null);
  await removeContacts(contactIds.slice(0, BATCH));
  const left = Math.max(0, contactIds.length - BATCH);
  const status = left === 0 ? 'none' : 'removing';
  const { actorId } = progress;
  return (await noteProgress({ status, done: SAMPLE_COUNT - left, total: SAMPLE_COUNT, actorId, run })) && left > 0;
}

/** Says of a run that it has failed for good. */
export async function failRun(run: string): Promise<void> {
  const progress = await readProgress();
  if (!progress || progress.run !== run) return;
  const { ageMs: _, ...known } = progress;
  await noteProgress({ ...known, status: 'failed' } satisfies SampleProgress);
}

async function removeContacts(contactIds: readonly string[]): Promise<void> {
  for (const contactId of contactIds) {
    await inTransaction(async (client) => {
      const contact = await lockContact(client, contactId);
      if (contact) await deleteContactRows(client, contact);
    });
  }
  if (contactIds.length > 0) await forgetFigures();
}
