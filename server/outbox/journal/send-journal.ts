import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { log } from '../../log';
import { ownIdentity } from '../../start/process-identity';
import { journalFiles, type journalHeader, machineIdentity } from './journal-files';
import { seeRequestsLeave } from './see-requests-leave';

/**
 * Writes down which messages have left this process, just before their first byte does, in a file that outlives it. After a
 * kill that tells apart, of the messages that were on their way out, those that surely never left from those in doubt.
 */
export type SendJournal = {
  /** Runs one attempt. `channel` tells apart those whose requests can be seen leaving from others. */
  readonly record: <Result extends { readonly ok: boolean }>(
    attempt: { readonly key: string; readonly channel: string },
    send: () => Promise<Result>,
  ) => Promise<Result>;
  /** Removes it, when nothing is under way any more. */
  readonly close: () => void;
};

/** Opens the journal of a worker in `folder`. Where none can be kept, every message on its way counts as in doubt. */
export function openSendJournal(folder: string, workerId: string): SendJournal {
  const pages = openPages(folder, workerId);
  /** Channels whose last success was seen leaving. Until then an attempt counts as left when it begins. */
  const seen = new Set<string>();
  return {
    record: async ({ key, channel }, send) => {
      const isTrusted = seen.has(channel);
      if (!isTrusted) pages.write(key);
      let hasLeft = false;
      const leave = () => {
        if (isTrusted && !hasLeft) pages.write(key);
        hasLeft = true;
      };
      const result = await seeRequestsLeave(send, leave);
      if (hasLeft) seen.add(channel);
      else if (result.ok) seen.delete(channel);
      return result;
    },
    close: pages.remove,
  };
}

type Pages = { readonly write: (line: string) => void; readonly remove: () => void };

/** Far more than can be on their way at once: what the page before the last held is settled. */
const LINES_A_PAGE = 10_000;

function openPages(folder: string, workerId: string): Pages {
  const { current, earlier } = journalFiles(folder, workerId);
  const header = `${JSON.stringify({ workerId, ...ownIdentity(), ...machineIdentity() } satisfies JournalHeader)}\n`;
  let file: number | undefined;
  let lines = 0;

  const remove = () => {
    if (file !== undefined) closeSync(file);
    file = undefined;
    rmSync(current, { force: true });
    rmSync(earlier, { force: true });
  };
  /** Without a journal nobody concludes anything; with one that lacks a line, somebody would conclude wrongly. */
  const giveUp = (error: unknown) => {
    log.error({ err: error }, 'journal.failed');
    remove();
  };
  const turnPage = () => {
    if (file !== undefined) {
      closeSync(file);
      renameSync(current, earlier);
    }
    file = openSync(current, 'w', 0o600);
    lines = 0;
    writeSync(file, header);
  };

  try {
    mkdirSync(folder, { recursive: true });
    turnPage();
  } catch (error) {
    giveUp(error);
  }
  return {
    write: (line) => {
      if (file === undefined) return;
      try {
        if (lines >= LINES_A_PAGE) turnPage();
        writeSync(file, `${line}\n`);
        lines += 1;
      } catch (error) {
        giveUp(error);
      }
    },
    remove,
  };
}

type JournalHeader = ReturnType<typeof journalHeader.parse>;
