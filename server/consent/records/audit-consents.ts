import { recordAudit } from '../../audit/store';
import { inTransaction } from '../../db/transaction';
import { noteAudited, selectUnaudited } from './store';

const BATCH = 200;

/**
 * Writes consents that customers gave and took back into the audit log, each once. A turn does not do so itself: writers of
 * the log wait for each other, and turns must not. Says how many.
 */
export async function auditConsents(batch = BATCH): Promise<number> {
  for (let count = 0; ; ) {
    const written = await auditSome(batch);
    count += written;
    if (written < batch) return count;
  }
}

function auditSome(batch: number): Promise<number> {
  return inTransaction(async (client) => {
    const consents = await selectUnaudited(client, batch);
    const last = consents.at(-1);
    if (last) await noteAudited(client, last.id);
    for (const { id, contactId, purpose, status, noticeVersion } of consents) {
      const act = status === 'given' ? 'consent.given' : 'consent.withdrawn';
      const detail = { consent: id, purpose, noticeVersion };
      await recordAudit({ actor: null, act, subject: { type: 'contact', id: contactId }, detail }, client);
    }
    return consents.length;
  });
}
