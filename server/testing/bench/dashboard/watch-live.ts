import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Studio } from './studio-session';

/**
 * How long it takes, in ms each, until an open inbox has a new message of a customer: from the moment before it is posted until
 * the list that the stream called for has come back with it at the top.
 */
export async function measureLive(studio: Studio, contactIds: readonly string[]): Promise<readonly number[]> {
  const stop = new AbortController();
  const stream = await openStream(studio, stop.signal);
  const took: number[] = [];
  try {
    for (const [index, contactId] of contactIds.entries()) {
      const began = performance.now();
      const told = stream.next(contactId);
      const text = `A new message, number ${index}`;
      await studio.change('simulator.send', {
        contactId,
        clientId: crypto.randomUUID(),
        content: { type: 'text', text },
      });
      await told;
      const page = listed.parse(await studio.read('conversations.list', newest));
      if (page.rows[0]?.contactId !== contactId) throw new Error('The newest conversation is not the first.');
      took.push(performance.now() - began);
      await pause(150); // the answer to it has its own notice
    }
  } finally {
    stop.abort();
  }
  return took;
}

const newest = {
  queue: 'all',
  search: null,
  languages: [],
  bands: [],
  unreadOnly: false,
  sort: 'newest',
  after: null,
} as const;
const listed = z.object({ rows: z.array(z.object({ contactId: z.string() })) });

/** Reads the stream of live events, and tells of the first that is about a contact. */
async function openStream(studio: Studio, signal: AbortSignal) {
  const response = await fetch(`${studio.address}/api/live`, { headers: { cookie: studio.cookie }, signal });
  if (!response.ok || !response.body) throw new Error(`The stream was refused: ${response.status}`);
  const awaited = new Map<string, () => void>();
  const reading = readLines(response.body, (line) => {
    const contactId = line.startsWith('data:') ? /"contactId":"([^"]+)"/.exec(line)?.[1] : undefined;
    if (contactId) awaited.get(contactId)?.();
  });
  reading.catch(() => undefined); // it ends when it is aborted
  return {
    next: (contactId: string) =>
      new Promise<void>((resolve, reject) => {
        const late = setTimeout(() => reject(new Error('The stream did not tell of a message.')), 10_000);
        awaited.set(contactId, () => {
          clearTimeout(late);
          awaited.delete(contactId);
          resolve();
        });
      }),
  };
}

async function readLines(body: ReadableStream<Uint8Array>, onLine: (line: string) => void): Promise<void> {
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  }
}
