import { describe, expect, it } from 'vitest';
import { createLiveConnection } from './live-connection';
import type { LiveEvent } from './live-event';

/** A stream whose far end is the test. */
class Stream {
  isClosed = false;
  readonly #on = new Map<string, (event: MessageEvent) => void>();
  addEventListener(name: string, listener: (event: MessageEvent) => void): void {
    this.#on.set(name, listener);
  }
  close(): void {
    this.isClosed = true;
  }
  happens(name: string, data = ''): void {
    this.#on.get(name)?.(new MessageEvent(name, { data }));
  }
}

function connection() {
  const streams: Stream[] = [];
  const waiting: (() => void)[] = [];
  const live = createLiveConnection({
    open: () => {
      const stream = new Stream();
      streams.push(stream);
      return stream;
    },
    later: (act) => waiting.push(act),
  });
  return { live, streams, retry: () => waiting.shift()?.() };
}

describe('the live connection', () => {
  it('is one for all who listen, and closed when the last one leaves', () => {
    const { live, streams } = connection();
    const first = live.listen(() => undefined);
    const second = live.listen(() => undefined);
    first();
    expect(streams.map(({ isClosed }) => isClosed)).toEqual([false]);
    second();
    expect(streams.map(({ isClosed }) => isClosed)).toEqual([true]);
  });

  it('passes on what it knows and nothing else', () => {
    const { live, streams } = connection();
    const heard: LiveEvent[] = [];
    live.listen((event) => heard.push(event));
    streams[0]?.happens('open');
    streams[0]?.happens('conversation', '{"contactId":"a"}');
    streams[0]?.happens('conversation', '{"contactId"');
    streams[0]?.happens('presence', '{"contactId":"a","userId":"u","name":"Ravi","what":"typing"}');
    streams[0]?.happens('counts', '{}');
    expect(heard).toEqual([
      { type: 'opened' },
      { type: 'conversation', contactId: 'a' },
      { type: 'presence', presence: { contactId: 'a', userId: 'u', name: 'Ravi', what: 'typing' } },
      { type: 'counts' },
    ]);
  });

  it('comes back by itself, says so, and is offline only after several failures', () => {
    const { live, streams, retry } = connection();
    const heard: LiveEvent[] = [];
    live.listen((event) => heard.push(event));
    streams[0]?.happens('open');
    const states = [live.state()];
    for (let failure = 0; failure < 4; failure++) {
      streams.at(-1)?.happens('error');
      states.push(live.state());
      retry();
    }
    streams.at(-1)?.happens('open');
    states.push(live.state());
    expect(states).toEqual(['live', 'reconnecting', 'reconnecting', 'reconnecting', 'offline', 'live']);
    expect(heard).toEqual([{ type: 'opened' }, { type: 'opened' }]);
  });
});
