import { mediaStorage } from './storage';
import { deleteFiles, readStorageKeys } from './store';

/** Forgets all files of a contact, first the bytes: what can't be removed now keeps its row and can be asked for again. */
export async function forgetFiles(contactId: string): Promise<void> {
  const storage = mediaStorage();
  for (const key of await readStorageKeys(contactId)) await storage.remove(key);
  await deleteFiles(contactId);
}
