import type { Actor } from '../../auth/actor';
import { log } from '../../log';
import type { LiveEvent, Presence } from './live-event';
import { onLive } from './live-hub';
import { selectVisible } from './store';

const HEARTBEAT_MS = 20_000;
/** What happens within it is told once: a message and its ticks come together. */
const TOGETHER_MS = 100;
const MOST_STREAMS = 20;
/** Told in one go. */
const MOST_TOLD = 200;

/**
 * A stream of server-sent events about the conversations that somebody may see; undefined when they have too many open already.
 * It ends with the request, and when `isStillThere` says that they were signed out.
 */
export function liveStream(
  actor: Actor,
  signal: AbortSignal,
  isStillThere: () => Promise<boolean>,
): ReadableStream<Uint8Array> | undefined {
  const open = openStreams();
  const count = open.get(actor.id) ?? 0;
  if (count >= MOST_STREAMS) return;
  open.set(actor.id, count + 1);
  let end = () => {};
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      const onEnd = () => open.set(actor.id, Math.max(0, (open.get(actor.id) ?? 1) - 1));
      end = begin(actor, controller, isStillThere, onEnd);
      signal.addEventListener('abort', end, { once: true });
      if (signal.aborted) end();
    },
    cancel: () => end(),
  });
}

type Controller = ReadableStreamDefaultController<Uint8Array>;

/** Writes until it is ended; gives back what ends it. */
function begin(
  actor: Actor,
  controller: Controller,
  isStillThere: () => Promise<boolean>,
  onEnd: () => void,
): () => void {
  const encoder = new TextEncoder();
  let isOver = false;
  const write = (text: string) => {
    if (!isOver) controller.enqueue(encoder.encode(text));
  };
  const teller = createTeller(actor, write);
  const end = () => {
    if (isOver) return;
    isOver = true;
    clearInterval(heart);
    teller.stop();
    stopListening();
    onEnd();
    close(controller);
  };
  const heart = setInterval(() => {
    write(': still here\n\n');
    isStillThere().then((isThere) => isThere || end(), logged);
  }, HEARTBEAT_MS);
  // Whoever may have missed something opens the stream anew, and reads everything again.
  const stopListening = onLive((event) => (event === 'everything' ? end() : teller.tell(event)));
  write('retry: 2000\n\n: welcome\n\n');
  return end;
}

/** Tells what its reader may see; the same conversation once in a moment. */
function createTeller(actor: Actor, write: (text: string) => void) {
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tellWaiting = async () => {
    timer = undefined;
    const contactIds = [...waiting].slice(0, MOST_TOLD);
    for (const contactId of contactIds) waiting.delete(contactId);
    if (waiting.size > 0) soon();
    for (const contactId of await selectVisible(actor, contactIds)) write(eventOf('conversation', { contactId }));
    // Also of a conversation that went to somebody else: it is not theirs any more, and a queue is shorter.
    write(eventOf('counts', {}));
  };
  const soon = () => {
    timer ??= setTimeout(() => tellWaiting().catch(logged), TOGETHER_MS);
  };
  return {
    tell: (event: LiveEvent) => {
      if (event.type === 'presence') {
        tellPresence(actor, event.presence, write).catch(logged);
        return;
      }
      waiting.add(event.contactId);
      soon();
    },
    stop: () => clearTimeout(timer),
  };
}

async function tellPresence(actor: Actor, presence: Presence, write: (text: string) => void): Promise<void> {
  if (presence.userId === actor.id) return;
  const visible = await selectVisible(actor, [presence.contactId]);
  if (visible.size > 0) write(eventOf('presence', presence));
}

function logged(error: unknown): void {
  log.warn({ err: error }, 'live.notTold');
}

/** The reader may have closed it before. */
function close(controller: Controller): void {
  try {
    controller.close();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
}

function eventOf(name: string, data: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

function openStreams(): Map<string, number> {
  globalThis.vaartaLiveStreams ??= new Map();
  return globalThis.vaartaLiveStreams;
}

declare global {
  var vaartaLiveStreams: Map<string, number> | undefined;
}
