import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';
import { type SegmentFilter, type SegmentRule, segmentFilter } from '../plan/segment-filter';

/** What a test knows of a contact: the slow and obvious filter reads this. */
type Person = {
  readonly language: string;
  readonly tags: readonly string[];
  readonly seenDaysAgo: number | null;
  readonly lead: {
    readonly facts: Readonly<Record<string, string | number | boolean>>;
    readonly state: string;
    readonly flow: string;
    readonly score: number;
    readonly interest: number;
  } | null;
};

const places = ['Hosur', 'Mysuru', 'Erode'];
const slots = ['property_location', 'property_value', 'is_owner'];

const person: fc.Arbitrary<Person> = fc.record({
  language: fc.constantFrom('en', 'hi', 'kn'),
  tags: fc.subarray(['vip', 'old', "o'brien"]),
  seenDaysAgo: fc.option(fc.integer({ min: 0, max: 9 }).map((days) => days + 0.5)),
  lead: fc.option(
    fc.record({
      facts: fc.record(
        {
          property_location: fc.constantFrom(...places),
          property_value: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom('5', 'much')),
          is_owner: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
      state: fc.constantFrom('welcome', 'value'),
      flow: fc.constantFrom('lap', 'other'),
      score: fc.integer({ min: 0, max: 9 }),
      interest: fc.integer({ min: 0, max: 4 }).map((fourths) => fourths / 4),
    }),
  ),
});

const values = fc.subarray([...places, '5', 'true', 'en', 'kn', 'vip', "o'brien", 'welcome', 'lap'], { minLength: 1 });
const bound = { operator: fc.constantFrom('atLeast', 'atMost'), amount: fc.integer({ min: 0, max: 9 }) } as const;
const choice = { operator: fc.constantFrom('is', 'isNot'), values } as const;
const slot = { field: fc.constant('slot'), slot: fc.constantFrom(...slots) } as const;
const rule = fc.oneof(
  fc.record({ ...slot, ...choice }),
  fc.record({ ...slot, ...bound }),
  fc.record({ ...slot, operator: fc.constantFrom('isKnown', 'isUnknown') }),
  fc.record({ field: fc.constantFrom('state', 'flow', 'language', 'tag'), ...choice }),
  fc.record({ field: fc.constantFrom('score', 'lastSeen'), ...bound }),
  fc.record({
    field: fc.constant('interest'),
    ...bound,
    amount: fc.integer({ min: 0, max: 4 }).map((part) => part / 4),
  }),
);
const filters = fc.array(rule, { maxLength: 3 }).map((rules): SegmentFilter => segmentFilter.parse({ rules }));

let runtime: RuntimeFixture;

beforeAll(async () => {
  runtime = await startRuntime();
});
afterAll(() => runtime.close());

test('a segment has just the people for whom every rule holds', async () => {
  const people = fc.sample(person, { numRuns: 120, seed: 7 });
  await put(people);
  const { countSegment, selectMembers } = await import('./store');
  await fc.assert(
    fc.asyncProperty(filters, async (filter) => {
      const expected = people.flatMap((own, index) => (holds(own, filter) ? [`Person ${index}`] : []));
      const page = { channel: 'whatsapp', after: null, limit: 1_000 } as const;
      const members = await selectMembers(runtime.db, { type: 'segment', filter }, page);
      expect(members.map(({ name }) => name ?? '').sort()).toEqual(expected.sort());
      expect(await countSegment(runtime.db, filter, 'whatsapp')).toBe(expected.length);
    }),
    { numRuns: 120 },
  );
});

test('what there is to choose from is told, the most frequent first', async () => {
  const { selectSegmentValues } = await import('./store');
  const found = await selectSegmentValues(runtime.db, 'whatsapp');
  expect(new Set(found.languages)).toEqual(new Set(['en', 'hi', 'kn']));
  expect(new Set(found.tags)).toEqual(new Set(['vip', 'old', "o'brien"]));
  expect(found.places).toContainEqual({ flowId: 'lap', stateId: 'welcome' });
  const owners = found.slots.filter((item) => item.slot === 'is_owner');
  expect(owners.map(({ value }) => value).sort()).toEqual(['false', 'true']);
  expect(await selectSegmentValues(runtime.db, 'simulator')).toEqual({
    slots: [],
    languages: [],
    tags: [],
    places: [],
  });
});

test('a hundred thousand leads are filtered in a moment', async () => {
  await runtime.db.query(
    `WITH made AS (
       INSERT INTO contacts (id, channel, phone, name, language, timezone, last_inbound_at)
       SELECT gen_random_uuid(), 'simulator', '+9170' || lpad(n::text, 8, '0'), 'Lead ' || n,
         (ARRAY['en','hi','kn','ta','te'])[1 + n % 5], 'Asia/Kolkata', now() - make_interval(days => n % 90)
       FROM generate_series(1, 100000) n RETURNING id, phone)
     INSERT INTO leads (contact_id, score, reasons, interest, facts, flow_id, state_id, updated_at)
     SELECT id, right(phone, 2)::int, '[]', 0.5, jsonb_build_object('property_value', right(phone, 3)::int * 10000,
       'property_location', 'Town ' || right(phone, 2)), 'lap', 'state_' || right(phone, 1), now() FROM made`,
  );
  await runtime.db.query('ANALYZE contacts; ANALYZE leads');
  const [{ countSegment }, { selectAudience }] = await Promise.all([import('./store'), import('./select-audience')]);
  const filter = segmentFilter.parse({
    rules: [
      { field: 'slot', slot: 'property_value', operator: 'atLeast', amount: 5_000_000 },
      { field: 'lastSeen', operator: 'atLeast', amount: 30 },
      { field: 'language', operator: 'is', values: ['kn', 'ta'] },
    ],
  });
  const began = performance.now();
  const count = await countSegment(runtime.db, filter, 'simulator');
  const counted = performance.now();
  let members = 0;
  for await (const page of selectAudience(runtime.db, { type: 'segment', filter }, 'simulator')) members += page.length;
  const took = { countMs: Math.round(counted - began), membersMs: Math.round(performance.now() - counted) };
  process.stdout.write(`segment of 100,000 leads: ${count} people, ${JSON.stringify(took)}\n`);
  expect(members).toBe(count);
  expect(count).toBeGreaterThan(10_000);
  expect(counted - began).toBeLessThan(10_000);
});

function holds(own: Person, { rules }: SegmentFilter): boolean {
  return rules.every((item) => holdsOne(own, item));
}

function holdsOne({ language, tags, seenDaysAgo, lead }: Person, item: SegmentRule): boolean {
  switch (item.field) {
    case 'slot': {
      const value = lead?.facts[item.slot];
      if ('values' in item) return isOne(value === undefined ? [] : [String(value)], item);
      if (!('amount' in item)) return (value === undefined) === (item.operator === 'isUnknown');
      return typeof value === 'number' && isWithin(value, item);
    }
    case 'state':
      return isOne(lead ? [lead.state] : [], item);
    case 'flow':
      return isOne(lead ? [lead.flow] : [], item);
    case 'language':
      return isOne([language], item);
    case 'tag':
      return isOne(tags, item);
    case 'score':
      return lead !== null && isWithin(lead.score, item);
    case 'interest':
      return lead !== null && isWithin(lead.interest, item);
    case 'lastSeen':
      return seenDaysAgo !== null && isWithin(seenDaysAgo, item);
    default:
      return item satisfies never;
  }
}

function isOne(
  own: readonly string[],
  item: { readonly operator: string; readonly values: readonly string[] },
): boolean {
  return own.some((value) => item.values.includes(value)) === (item.operator === 'is');
}

function isWithin(value: number, item: { readonly operator: string; readonly amount: number }): boolean {
  return item.operator === 'atLeast' ? value >= item.amount : value <= item.amount;
}

async function put(people: readonly Person[]): Promise<void> {
  for (const [index, { language, tags, seenDaysAgo, lead }] of people.entries()) {
    const { rows } = await runtime.db.query<{ id: string }>(
      `INSERT INTO contacts (id, channel, phone, name, language, timezone, tags, last_inbound_at)
       VALUES (gen_random_uuid(), 'whatsapp', $1, $2, $3, 'Asia/Kolkata', $4, now() - $5 * interval '1 day') RETURNING id`,
      [`+9180${String(index).padStart(8, '0')}`, `Person ${index}`, language, tags, seenDaysAgo],
    );
    if (!lead) continue;
    await runtime.db.query(
      `INSERT INTO leads (contact_id, score, reasons, interest, facts, flow_id, state_id, updated_at)
       VALUES ($1, $2, '[]', $3, $4, $5, $6, now())`,
      [rows[0]?.id, lead.score, lead.interest, JSON.stringify(lead.facts), lead.flow, lead.state],
    );
  }
}
