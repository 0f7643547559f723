import { expect, test } from 'vitest';
import type { Written } from './crowd';
import { judge, type Memory } from './judge';

// What the benches of the runtime swear by must see each kind of failure, or zero means nothing.

const phone = '+919845000000';
const customer = { phone, bsuid: 'IN.1', name: 'Asha', hidesPhone: false };
const delivery = { delivered: true, status: 200, attempts: 1, ackMs: 3 };

const written: readonly Written[] = [0, 1, 2].map((place) => {
  return { id: `m${place}`, phone, place, dueAt: 1000 * place, delivery };
});

/** Three messages, each with a turn of its own and an answer. */
const memory: Memory = {
  entries: [0, 1, 2].map((n) => ({ messageId: `m${n}`, status: 'handled', turnId: `t${n}` })),
  turnsOf: new Map([0, 1, 2].map((n) => [`m${n}`, 1])),
  outbox: [0, 1, 2].map((n) => ({ id: `o${n}`, turnId: `t${n}`, idx: 0, status: 'accepted' })),
};

const sends = (...outboxIds: readonly string[]) =>
  outboxIds.map((outboxId, index) => ({ outboxId, customer, at: 5000 + index }));

const nothingWrong = { lost: [], doubled: [], outOfOrder: [], unknownUnsent: [] };

test('answers in order are fine, each with the time when it was accepted', () => {
  const verdict = judge(written, sends('o0', 'o1', 'o2'), memory);
  expect(verdict).toMatchObject({ ...nothingWrong, joined: 0 });
  expect(verdict.repliedAt.get('m2')).toBe(5002);
});

test('an answer of several messages is there when its last one is', () => {
  const outbox = [...memory.outbox, { id: 'o2b', turnId: 't2', idx: 1, status: 'accepted' }];
  const verdict = judge(written, sends('o0', 'o1', 'o2', 'o2b'), { ...memory, outbox });
  expect(verdict).toMatchObject(nothingWrong);
  expect(verdict.repliedAt.get('m2')).toBe(5003);
});

test('messages that share a turn share its answer', () => {
  const entries = memory.entries.map((entry) => (entry.messageId === 'm1' ? { ...entry, turnId: 't0' } : entry));
  const verdict = judge(written, sends('o0', 'o2'), { ...memory, entries });
  expect(verdict).toMatchObject({ ...nothingWrong, joined: 1 });
  expect(verdict.repliedAt.get('m1')).toBe(5000);
});

test.each([
  ['is not stored', { ...memory, entries: memory.entries.slice(1) }],
  ['waits still', withEntry({ status: 'pending', turnId: null })],
  ['was given up', withEntry({ status: 'dead', turnId: null })],
  ['has a turn without an answer', { ...memory, outbox: memory.outbox.slice(1) }],
  ['has an answer that waits still', withAnswer('queued')],
  ['has an answer that the app takes for accepted', memory],
])('a message that was taken is lost when it %s', (_, remembered) => {
  const { lost } = judge(written, sends('o1', 'o2'), remembered);
  expect(lost).toEqual([expect.stringMatching(/^m0: /)]);
});

test('a message that was never taken is not lost, since it is posted again', () => {
  const untaken = written.map((message) => (message.id === 'm0' ? { ...message, delivery: undefined } : message));
  expect(judge(untaken, sends('o1', 'o2'), memory)).toMatchObject(nothingWrong);
});

test('an answer that may have been sent and was not is told apart from a lost one', () => {
  expect(judge(written, sends('o1', 'o2'), withAnswer('unknown'))).toMatchObject({
    ...nothingWrong,
    unknownUnsent: ['m0'],
  });
});

test('an unknown answer that has arrived is an answer', () => {
  expect(judge(written, sends('o0', 'o1', 'o2'), withAnswer('unknown'))).toMatchObject(nothingWrong);
});

test.each([
  ['an answer is accepted again', sends('o0', 'o1', 'o1', 'o2'), memory],
  ['an answer is accepted that the app does not remember', sends('o0', 'o1', 'other', 'o2'), memory],
  [
    'two turns are taken for one message',
    sends('o0', 'o1', 'o2'),
    { ...memory, turnsOf: new Map([...memory.turnsOf, ['m1', 2]]) },
  ],
])('it is doubled when %s', (_, accepted, remembered) => {
  expect(judge(written, accepted, remembered)).toMatchObject({ ...nothingWrong, doubled: [expect.any(String)] });
});

test('answers in another order than the messages are out of order', () => {
  expect(judge(written, sends('o1', 'o0', 'o2'), memory).outOfOrder).toHaveLength(1);
});

test('parts of an answer in another order are out of order', () => {
  const outbox = [...memory.outbox, { id: 'o0b', turnId: 't0', idx: 1, status: 'accepted' }];
  expect(judge(written, sends('o0b', 'o0', 'o1', 'o2'), { ...memory, outbox }).outOfOrder).toHaveLength(1);
});

test('a turn that takes a later message before an earlier one is out of order', () => {
  const turnIds = ['t0', 't2', 't0'] as const;
  const entries = memory.entries.map((entry, n) => ({ ...entry, turnId: turnIds[n] ?? null }));
  expect(judge(written, sends('o0', 'o2'), { ...memory, entries }).outOfOrder).toHaveLength(1);
});

test('the order of different customers among each other is free', () => {
  const [first, second, third] = sends('o1', 'o0', 'o2');
  const other = { ...customer, phone: '+919845000001' };
  const accepted = [first, second && { ...second, customer: other }, third].filter((send) => send !== undefined);
  const theirs = written.map((message) => (message.id === 'm0' ? { ...message, phone: other.phone } : message));
  expect(judge(theirs, accepted, memory)).toMatchObject(nothingWrong);
});

/** The first message, as the app remembers it otherwise. */
function withEntry(entry: { readonly status: string; readonly turnId: string | null }): Memory {
  return { ...memory, entries: [{ messageId: 'm0', ...entry }, ...memory.entries.slice(1)] };
}

/** The first answer in another state. */
function withAnswer(status: string): Memory {
  return { ...memory, outbox: [{ id: 'o0', turnId: 't0', idx: 0, status }, ...memory.outbox.slice(1)] };
}
