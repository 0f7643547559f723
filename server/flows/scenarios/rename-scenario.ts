import { KnownError } from '../../errors';
import { updateScenarioName } from './store';

/** Gives a recorded scenario another name. Throws `record.conflict` for a taken one and `record.notFound`. */
export async function renameScenario(id: string, name: string): Promise<void> {
  const renaming = await updateScenarioName(id, name);
  if (renaming === 'missing') throw new KnownError('record.notFound', 'There is no such scenario any more.');
  if (renaming === 'taken') {
    throw new KnownError('record.conflict', 'This flow has a scenario of this name. Choose another name.');
  }
}
