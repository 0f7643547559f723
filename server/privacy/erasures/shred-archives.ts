import { recordAudit } from '../../audit/store';
import { inTransaction } from '../../db/transaction';
import { log } from '../../log';
import { mediaStorage } from '../../media/storage';
import { deleteKey } from '../sealing/store';
import { forgetErased } from '../suppressions/erased-messages/store';
import { archiveName } from './erasure';
import { type ArchiveHead, markFinished, markShredded, selectOverdue, selectUnfinished } from './store';

/** What one night did. */
export type Shredding = Readonly<{
  /** Archives whose time was over: key and bytes are gone. */
  archives: number;
  /** Archives and erasures whose files could not be removed; they are tried again. */
  kept: number;
}>;

const HOUR_MS = 3_600_000;

/** Ends what an erasure has left: archives whose time is over, files that are still there. May run at any time, and again. */
export async function shredArchives(nowMs: number): Promise<Shredding> {
  const archives = await tryEach(await selectOverdue(nowMs), (archive) => shred(archive, nowMs));
  // An hour later nothing is being fetched any more for somebody who was erased.
  const files = await tryEach(await selectUnfinished(nowMs - HOUR_MS), async ({ id, storageKeys }) => {
    for (const key of storageKeys) await mediaStorage().remove(key);
    await markFinished(id);
  });
  await forgetErased(nowMs);
  const report = { archives: archives.done, kept: archives.failed + files.failed };
  log.info(report, 'archives.shredded');
  return report;
}

/** Files first: without the row nobody knows where they are. Without the key they are noise already. */
async function shred({ id, contactId, files }: ArchiveHead, nowMs: number): Promise<void> {
  for (const { key } of files) await mediaStorage().remove(key);
  await inTransaction(async (client) => {
    await deleteKey(client, archiveName(id));
    await markShredded(client, id, nowMs);
    const subject = { type: 'contact', id: contactId } as const;
    await recordAudit(
      { actor: null, act: 'archive.shredded', subject, detail: { erasure: id, files: files.length } },
      client,
    );
  });
}

/** One that fails does not keep the others from it. */
async function tryEach<Item extends { readonly id: string }>(
  items: readonly Item[],
  act: (item: Item) => Promise<void>,
): Promise<{ readonly done: number; readonly failed: number }> {
  let failed = 0;
  for (const item of items) {
    try {
      await act(item);
    } catch (error) {
      failed += 1;
      log.error({ erasure: item.id, err: error }, 'erasure.notFinished');
    }
  }
  return { done: items.length - failed, failed };
}
