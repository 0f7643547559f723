import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { InboundEvent, Pricing } from '@/server/channels/channel';
import { createTestDatabase, type TestDatabase } from '@/server/testing/database';
import { type OutboxRows, outboxRows } from '@/server/testing/outbox-rows';

let database: TestDatabase;
let db: pg.Pool;
let rows: OutboxRows;

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  db = new pg.Pool({ connectionString: database.url, max: 2 });
  rows = outboxRows(db);
});
afterAll(async () => {
  const { closeDatabase } = await import('../db/client');
  await closeDatabase();
  await db.end();
  await database.drop();
});
beforeEach(() => db.query('TRUNCATE contacts, inbox_entries, message_costs, settings CASCADE'));

const marketing: Pricing = { category: 'marketing', type: 'regular' };

test('a message is charged once, however often its price is told', async () => {
  const id = await rows.message(await rows.contact());
  await tell(id, 'sent', marketing);
  await tell(id, 'delivered', { ...marketing, model: 'PMP' });
  await tell(id, 'delivered', { ...marketing, model: 'PMP' });
  await tell(id, 'read', { category: 'utility', type: 'regular' });
  const { rows: kept } = await db.query('SELECT outbox_id, category, type, model FROM message_costs');
  expect(kept).toEqual([{ outbox_id: id, category: 'marketing', type: 'regular', model: 'PMP' }]);
  expect(await costs()).toMatchObject({ totalInr: '0.8631', contacts: 1, inrPerContact: '0.8631', unpriced: 0 });
});

test('what was told several times before it was looked at is kept once, with the most that was told', async () => {
  const id = await rows.message(await rows.contact());
  await accept([event(id, 'sent', marketing), event(id, 'delivered', { ...marketing, model: 'PMP' })]);
  const { rows: kept } = await db.query('SELECT type, model FROM message_costs');
  expect(kept).toEqual([{ type: 'regular', model: 'PMP' }]);
});

test('only what is delivered and billed costs something', async () => {
  const asha = await rows.contact();
  await tell(await rows.message(asha), 'sent', marketing);
  await tell(await rows.message(asha), 'delivered', { category: 'service', type: 'free_customer_service' });
  await tell(await rows.message(asha), 'delivered'); // an older status without a price
  await tell(await rows.message(asha), 'read', { category: 'utility', type: 'regular' });
  const { lines, byCategory, totalInr } = await costs();
  expect(totalInr).toBe('0.115');
  expect(byCategory).toEqual([
    { category: 'marketing', messages: 0, inr: '0' },
    { category: 'service', messages: 1, inr: '0' },
    { category: 'utility', messages: 1, inr: '0.115' },
  ]);
  expect(lines.find(({ category }) => category === 'marketing')).toMatchObject({ delivered: 0, undelivered: 1 });
});

test('costs are told by the day in India and for one contact', async () => {
  const [asha, ravi] = [await rows.contact(), await rows.contact()];
  await tell(await rows.message(asha), 'delivered', marketing, '2026-11-23T18:29:59.000Z');
  await tell(await rows.message(asha), 'delivered', marketing, '2026-11-23T18:30:00.000Z');
  await tell(await rows.message(ravi), 'delivered', marketing, '2026-11-24T18:30:00.000Z');
  const { lines, totalInr } = await costs({ from: '2026-11-23', to: '2026-11-24' });
  expect(lines.map(({ day, inr }) => [day, inr])).toEqual([
    ['2026-11-23', '0.8631'],
    ['2026-11-24', '0.8631'],
  ]);
  expect(totalInr).toBe('1.7262');
  const { readContactCosts } = await import('./read-costs');
  expect(await readContactCosts(asha)).toMatchObject({ totalInr: '1.7262' });
  expect(await readContactCosts(ravi)).toMatchObject({ totalInr: '0.8631' });
});

test('a category without a price is told as such and not as free', async () => {
  await tell(await rows.message(await rows.contact()), 'delivered', { category: 'novel', type: 'regular' });
  expect(await costs()).toMatchObject({ totalInr: '0', unpriced: 1 });
});

test('prices are kept as the owner sets them', async () => {
  const { readRates, writeRates } = await import('./rates/store');
  const { defaultRates } = await import('./rates/rates');
  expect(await readRates()).toEqual(defaultRates);
  const own = { cards: [{ effectiveFrom: '2026-01-01', currency: 'INR' as const, perMessage: { marketing: '1.5' } }] };
  await writeRates(own);
  expect(await readRates()).toEqual(own);
  await tell(await rows.message(await rows.contact()), 'delivered', marketing);
  expect(await costs()).toMatchObject({ totalInr: '1.5' });
});

async function costs(period = { from: '2026-11-01', to: '2026-11-30' }) {
  const { readCosts } = await import('./read-costs');
  return readCosts(period);
}

async function tell(id: string, status: 'sent' | 'delivered' | 'read', pricing?: Pricing, at?: string): Promise<void> {
  await accept([event(id, status, pricing, at)]);
}

async function accept(events: readonly InboundEvent[]): Promise<void> {
  const { acceptEvents } = await import('../inbox/accept');
  const { foldStatuses } = await import('../outbox/store');
  await acceptEvents('whatsapp', events);
  await foldStatuses(500);
}

let told = 0;
function event(
  outboxId: string,
  status: 'sent' | 'delivered' | 'read',
  pricing?: Pricing,
  at = '2026-11-24T10:00:00.000Z',
): InboundEvent {
  told += 1;
  const common = { type: 'status', dedupeKey: `status-${told}`, externalId: `wamid.${outboxId}`, status, at } as const;
  return { ...common, callbackData: outboxId, ...(pricing ? { pricing } : {}) };
}
