import { log } from '../log';
import { forgetFiles } from '../media/forget-files';
import { readRetentionSettings } from './settings/store';
import {
  deleteEndedFollowUps,
  deleteImportRows,
  deletePaces,
  deleteStatuses,
  forgetConversation,
  type Keeping,
  selectForgettable,
} from './store';

/** How much was forgotten. */
export type Forgotten = {
  readonly conversations: number;
  readonly followUps: number;
  readonly importRows: number;
  readonly statuses: number;
};

/** A pace is of use for seconds only. */
const PACE_DAYS = 1;
const BATCH = 200;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Forgets all that has been kept long enough at `nowMs`, so many contacts at a time. May be stopped anywhere and run again. */
export async function forgetOld(nowMs: number, batch = BATCH): Promise<Forgotten> {
  const settings = await readRetentionSettings();
  if (!settings) return { conversations: 0, followUps: 0, importRows: 0, statuses: 0 };
  const forgotten = {
    conversations: await forgetConversations({ settings, nowMs }, batch),
    followUps: await deleteEndedFollowUps(nowMs, settings.followUpDays),
    importRows: await deleteImportRows(nowMs, settings.importDays),
    statuses: await deleteStatuses(nowMs, settings.statusDays),
  };
  await deletePaces(nowMs, PACE_DAYS);
  log.info(forgotten, 'retention.forgotten');
  return forgotten;
}

async function forgetConversations(keeping: Keeping, batch: number): Promise<number> {
  let count = 0;
  for (let after = FIRST; ; ) {
    const contactIds = await selectForgettable(keeping, after, batch);
    for (const contactId of contactIds) count += (await forgetOne(keeping, contactId)) ? 1 : 0;
    const last = contactIds.at(-1);
    if (last === undefined) return count;
    after = last;
  }
}

/** The bytes first: once the rows are gone nobody knows where they are. A storage that is away keeps the conversation. */
async function forgetOne(keeping: Keeping, contactId: string): Promise<boolean> {
  try {
    await forgetFiles(contactId);
  } catch (error) {
    log.error({ contactId, err: error }, 'retention.filesKept');
    return false;
  }
  return forgetConversation(keeping, contactId);
}
