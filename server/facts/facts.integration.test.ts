import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { defaultProductFacts as shipped } from '@/prompts/facts/product-facts';
import { createTestDatabase, type TestDatabase } from '../testing/database';

let database: TestDatabase;
let db: pg.Pool;
let product: {
  readonly read: typeof import('./read-facts');
  readonly save: typeof import('./save-facts');
  readonly history: typeof import('./read-history');
};

beforeAll(async () => {
  database = await createTestDatabase();
  Object.assign(process.env, { DATABASE_URL: database.url, LOG_LEVEL: 'silent' });
  db = new pg.Pool({ connectionString: database.url, max: 2 });
  product = {
    read: await import('./read-facts'),
    save: await import('./save-facts'),
    history: await import('./read-history'),
  };
});
beforeEach(async () => {
  await db.query('TRUNCATE facts_versions');
  await product.read.readCurrentFacts();
});
afterAll(async () => {
  const { closeDatabase } = await import('../db/client');
  await closeDatabase();
  await db.end();
  await database.drop();
});

const by = { note: 'Repo rate cut', author: 'Meera' };

test('what was shipped holds until somebody changes it, and then every next turn knows the change', async () => {
  expect(await product.read.factsNow()).toEqual(shipped);
  await product.save.saveFacts({ ...by, facts: { ...shipped, rate_min: 8.25 }, after: 0 });
  // The whole runtime, which no other test here needs.
  const { turnWorldNow } = await import('../conversation/turn-world-now');
  const { facts } = await turnWorldNow({ allowLoopback: false });
  expect(facts).toEqual({ ...shipped, rate_min: 8.25 });
}, 60_000);

test('of two who change the same version the second is told, and nothing of theirs is saved', async () => {
  const both = [8.3, 8.2].map((rate_min) =>
    product.save.saveFacts({ ...by, facts: { ...shipped, rate_min }, after: 0 }).then(
      () => 'saved',
      (error: Error) => error.message,
    ),
  );
  const outcomes = await Promise.all(both);
  expect([...outcomes].sort()).toEqual([
    'Somebody has changed the facts since you looked. Nothing was saved.',
    'saved',
  ]);
  expect(await product.history.readFactsHistory()).toHaveLength(1);
});

test('a text that can’t be said is refused with its place', async () => {
  const said = (source: string) => ({ ...shipped, texts: { ...shipped.texts, rate: { en: source } } });
  const save = (source: string) => product.save.saveFacts({ ...by, facts: said(source), after: 0 });
  await expect(save('From {{ facts.rate_mim | percent }}')).rejects.toThrow(
    'texts.rate.en: There is no value called “facts.rate_mim”.',
  );
  await expect(save('From {{ facts.rate_min')).rejects.toThrow('texts.rate.en: This "{{" is never closed');
  await expect(save(' ')).rejects.toThrow('texts.rate.en: A text is empty.');
  expect(await product.history.readFactsHistory()).toEqual([]);
});

test('only a lower rate is a market event', async () => {
  const { saveFacts } = product.save;
  const lower = await saveFacts({ ...by, facts: { ...shipped, rate_min: 8 }, after: 0 });
  expect(lower).toEqual({ version: 1, event: 'interest_rate_drop' });
  const fees = await saveFacts({ ...by, facts: { ...shipped, rate_min: 8, gst_percent: 12 }, after: 1 });
  expect(fees).toEqual({ version: 2, event: null });
  const higher = await saveFacts({ ...by, facts: { ...shipped, rate_min: 9, gst_percent: 12 }, after: 2 });
  expect(higher).toEqual({ version: 3, event: null });
});

test('the history says who changed what, and an older version holds again as a new one', async () => {
  await product.save.saveFacts({ ...by, facts: { ...shipped, rate_min: 8 }, after: 0 });
  const restored = await product.save.restoreFacts({ version: 0, author: 'Ravi' });
  expect(restored).toEqual({ version: 2, event: null });
  expect(await product.read.factsNow()).toEqual(shipped);
  expect(await product.history.readFactsHistory()).toMatchObject([
    { version: 2, author: 'Ravi', note: 'As shipped', changes: [{ name: 'rate_min', from: 8, to: 8.5 }] },
    { version: 1, author: 'Meera', note: 'Repo rate cut', changes: [{ name: 'rate_min', from: 8.5, to: 8 }] },
  ]);
  await expect(product.save.restoreFacts({ version: 9, author: '' })).rejects.toThrow('There is no such version');
});

test('facts of an older schema have what is new as it was shipped, and all stand in its order', async () => {
  const { foir: _foir, texts, ...older } = { ...shipped, rate_min: 8 };
  const { rate, caution: _caution, ...others } = texts;
  const stored = { ...older, texts: { ...others, rate: { kn: 'ಬಡ್ಡಿ' } } };
  const facts = product.read.factsOf({ facts: stored, version: 1 });
  expect(facts).toEqual({ ...shipped, rate_min: 8, texts: { ...shipped.texts, rate: { ...rate, kn: 'ಬಡ್ಡಿ' } } });
  expect(Object.keys(facts.texts)).toEqual(Object.keys(shipped.texts));
});
