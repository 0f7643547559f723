import { expect, test } from 'vitest';
import { keyOf, numberOf } from './key-of';
import { matches } from './matches';

const event = {
  name: 'order/placed',
  data: { id: 'a', count: 3, share: 2.5, isPaid: true, tags: ['x', 'y'], customer: { id: 7 } },
  ts: 1_700_000_000_000,
};
const later = { name: 'order/paid', data: { id: 'a', count: 4 }, ts: 1_700_000_001_000 };

test.each([
  ['event.data.id == async.data.id', true],
  ['event.data.count < async.data.count', true],
  ['event.data.count == 3 && event.data.share > 2', true],
  ['event.data.id in ["a", "b"]', true],
  ['event.data["id"] == "a"', true],
  ['event.data.tags.exists(tag, tag == "y")', true],
  ['event.data.isPaid ? true : false', true],
  ['event.name.startsWith("order/")', true],
  ['lowercase("ABC") == "abc" && uppercase("x") == "X"', true],
  ['json_parse(b64decode("eyJhIjoxfQ==")).a == 1', true],
  ['date(event.ts) > date("2023-01-01T00:00:00Z")', true],
  ['events.size() == 2', true],
  ['has(event.data.id) && !has(event.data.plan)', true],
  ['event.data.id == "b"', false],
  ['event.data.count == "3"', false],
])('%s is %s', (expression, expected) => {
  expect(matches(expression, { event, async: later, events: [event, later] })).toBe(expected);
});

test('what an event does not have is null', () => {
  expect(matches('event.data.plan == null', { event })).toBe(true);
  expect(matches('event.data.plan != "free"', { event })).toBe(true);
  expect(matches('event.data.plan.price > 3', { event })).toBe(false);
});

test('without an expression everything matches', () => {
  expect(matches(undefined, { event })).toBe(true);
  expect(matches('', { event })).toBe(true);
});

test.each(['event.data.id ==', 'nobody.knows == 1', 'event.data.id + event.data.count == 1', '"a text"', '1'])(
  'a broken expression matches nothing: %s',
  (expression) => {
    expect(matches(expression, { event, async: later })).toBe(false);
  },
);

test('a key is the text of its value', () => {
  expect(keyOf('event.data.id', event)).toBe('a');
  expect(keyOf('event.data.id + "-" + string(event.data.customer.id)', event)).toBe('a-7');
  expect(keyOf('"all"', event)).toBe('all');
  expect(keyOf('event.data.count', event)).toBe('3');
  expect(keyOf('event.data.customer', event)).toBe('{"id":7}');
});

test('a key that is not there is empty', () => {
  expect(keyOf(undefined, event)).toBe('');
  expect(keyOf('event.data.plan', event)).toBe('');
  expect(keyOf('event.data.', event)).toBe('');
});

test('a number may be whole, broken or missing', () => {
  expect(numberOf('event.data.isPaid ? 120 : 0', event)).toBe(120);
  expect(numberOf('event.data.share', event)).toBe(2.5);
  expect(numberOf('event.data.id', event)).toBe(0);
  expect(numberOf(undefined, event)).toBe(0);
});
