import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { isRunning, ownIdentity } from './process-identity';

export type LockAttempt =
  | { readonly ok: true; readonly release: () => void }
  | { readonly ok: false; readonly holder: number };

/**
 * Takes a lock that belongs to this process until `release`. A lock whose holder was killed is taken over; of two that do
 * so at once, one gets it.
 */
export function takeLock(file: string): LockAttempt {
  for (;;) {
    const content = JSON.stringify(ownIdentity());
    if (linkWith(file, content)) return { ok: true, release: () => releaseOwn(file, content) };
    const found = readText(file);
    if (found === undefined) continue; // released in this moment
    const holder = parseHolder(found);
    if (holder && isRunning(holder)) return { ok: false, holder: holder.pid };
    setAside(file, found);
  }
}

const holderSchema = z.object({ pid: z.number(), began: z.string() });

/** Appears with its content or not at all, unlike a file that is created and then written. */
function linkWith(file: string, content: string): boolean {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, content);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft);
  }
}

/** Removes the lock of a dead holder, unless it was replaced by a living one in the meantime: that one is put back. */
function setAside(file: string, dead: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch {
    return; // another process was faster
  }
  const taken = readText(aside);
  if (taken !== undefined && taken !== dead) linkWith(file, taken);
  rmSync(aside, { force: true });
}

function releaseOwn(file: string, content: string): void {
  if (readText(file) === content) rmSync(file, { force: true });
}

function parseHolder(content: string) {
  try {
    return holderSchema.parse(JSON.parse(content));
  } catch {
    return; // cut off by a power failure: nobody holds it
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return;
  }
}
