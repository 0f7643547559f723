import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/database';

let studio: Awaited<ReturnType<typeof loadStudio>>;
let database: TestDatabase;

/** Loaded only when the environment names the database. */
async function loadStudio() {
  const { studioCaller } = await import('../../testing/studio-caller');
  return studioCaller();
}

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  studio = await loadStudio();
});
afterAll(async () => {
  const { closeDatabase } = await import('../../db/client');
  await closeDatabase();
  await database.drop();
});

test('prices are kept as they are set, and the defaults stay at hand', async () => {
  const { rates, defaults } = await studio.costs.rates();
  expect(rates).toEqual(defaults);
  const cards = [{ effectiveFrom: '2027-01-01', currency: 'INR' as const, perMessage: { utility: '0.12' } }];
  await studio.costs.saveRates({ cards });
  expect(await studio.costs.rates()).toEqual({ rates: { cards }, defaults });
});

test('a time without messages costs nothing, and one that makes no sense is refused', async () => {
  expect(await studio.costs.summary({ from: '2026-11-01', to: '2026-11-30' })).toEqual({
    lines: [],
    byCategory: [],
    totalInr: '0',
    unpriced: 0,
    contacts: 0,
    inrPerContact: '0',
  });
  await expect(studio.costs.summary({ from: '2026-11-30', to: '2026-11-01' })).rejects.toThrow('ends before it begins');
  await expect(studio.costs.summary({ from: '2025-01-01', to: '2026-11-30' })).rejects.toThrow('At most a year');
});

test('the template for a closed window is kept, and by default there is none', async () => {
  expect(await studio.outbox.settings()).toEqual({ closedWindow: { template: null } });
  await studio.outbox.saveSettings({ closedWindow: { template: 'document_reminder' } });
  expect(await studio.outbox.settings()).toEqual({ closedWindow: { template: 'document_reminder' } });
  await expect(studio.outbox.saveSettings({ closedWindow: { template: 'No such name' } })).rejects.toThrow(
    'small letters',
  );
});

test('messages whose fate is not known are listed with their customer', async () => {
  expect(await studio.outbox.unknownSends()).toEqual([]);
});
