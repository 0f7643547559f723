import { KnownError } from '../errors';
import { forgetFiles } from '../media/forget-files';
import { clearSimulatedContact, isSimulatedContact } from './simulation/store';
import { beginWith, requirePlace, type SimulationStart } from './start-simulation';

/**
 * Forgets what was said with a simulated contact and begins again. Throws `record.notFound` for a contact that is not
 * simulated, and for a flow or state that is not there: then nothing is forgotten.
 */
export async function resetSimulation({
  contactId,
  ...start
}: SimulationStart & { readonly contactId: string }): Promise<{ readonly id: string }> {
  if (!(await isSimulatedContact(contactId))) throw new KnownError('record.notFound', 'There is no such contact.');
  await requirePlace(start);
  await forgetFiles(contactId);
  await clearSimulatedContact(contactId, start.name, start.language);
  await beginWith(contactId, start);
  return { id: contactId };
}
