import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRandom } from '@/server/testing/fake-whatsapp/random';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';
import { readAfterOptOut, watchOptOuts } from '@/server/testing/watch-opt-outs';
import { blindIndex } from '../sealing/blind-index';

let runtime: RuntimeFixture;

beforeAll(async () => {
  runtime = await startRuntime();
  const [{ insertFlow }, { readFlowLibrary }] = await Promise.all([
    import('../flows/store'),
    import('../flows/flow-library'),
  ]);
  for (const flow of await readFlowLibrary()) await insertFlow(flow, 'test');
  await watchOptOuts(runtime.db);
  runtime.startWorker();
  runtime.startWorker();
});
afterAll(() => runtime.close());

const people = 200;
/** How far apart the words that end it and the messages that race with them may be, in milliseconds. */
const spreadMs = 60;

test('nothing leaves after an opt-out has committed but what confirms it, whatever the words and the moment', {
  timeout: 150_000,
}, async () => {
  const random = createRandom(5).next;
  const goodbyes = waysToStop();
  const phones = Array.from({ length: people }, (_, index) => `+9198001${String(index).padStart(5, '0')}`);
  for (const some of chunks(phones, 20)) await Promise.all(some.map((phone) => runtime.say(phone, 'Hello')));
  await expect.poll(greeted, { timeout: 60_000, interval: 100 }).toBe(people);
  runtime.whatsapp.faults.add({ kind: 'delay', ms: 15, times: 500, match: () => random() < 0.3 });
  const refused = new Set<string | undefined>(); // each once: who is refused again and again is given up
  const isRefused = ({ outboxId }: { readonly outboxId?: string | undefined }) =>
    random() < 0.1 && refused.size < refused.add(outboxId).size;
  runtime.whatsapp.faults.add({ kind: 'error', code: 131000, times: 40, match: isRefused });
  for (const some of chunks([...phones.entries()], 25)) {
    await Promise.all(
      some.map(async ([index, phone]) => {
        const goodbye = goodbyes[index % goodbyes.length];
        if (!goodbye) throw new Error('There is no way to stop.');
        const queued = Array.from({ length: 3 }, () => after(random() * spreadMs, () => queue(phone)));
        const stopped = after(random() * spreadMs, () =>
          runtime.whatsapp.receiveFromCustomer({ from: phone, ...goodbye }),
        );
        await Promise.all([...queued, stopped]);
      }),
    );
  }
  await expect.poll(unsettled, { timeout: 60_000, interval: 100 }).toBe(0);

  const { rows: outcomes } = await runtime.db.query<Outcome>(outcomeSql);
  expect(outcomes).toHaveLength(people);
  expect(outcomes.filter(({ confirmed }) => confirmed !== 1)).toEqual([]);
  expect((await readAfterOptOut(runtime.db)).late).toEqual([]);
  // The race was one: some left in time, and some were stopped.
  expect(outcomes.some(({ left }) => left > 0) && outcomes.some(({ stopped }) => stopped > 0)).toBe(true);
  const { rows: confirmations } = await runtime.db.query<{ id: string }>(
    'SELECT id FROM outbox_entries WHERE is_last_word',
  );
  const last = new Set(confirmations.map(({ id }) => id));
  for (const phone of phones) {
    const sent = runtime.whatsapp.accepted.filter((send) => send.customer.phone === phone);
    expect(last.has(sent.at(-1)?.outboxId ?? '')).toBe(true);
  }
  expect(runtime.whatsapp.ledger.doubled()).toEqual([]);
});

/** In each language what people write, in its own script and in Latin letters, and the button of a template. */
function waysToStop() {
  const written = textsToStop.flat().map((text) => ({ text }));
  const tapped = ['STOP', 'Stop', 'Stop promotions'].map((text) => ({ templateTap: { text } }));
  return [...written, ...tapped];
}

const textsToStop = [
  ['STOP', 'stop it', 'unsubscribe me', 'do not message me again', 'remove my number from your list'],
  ['मैसेज बंद करो', 'मेरा नंबर हटा दो', 'और मैसेज मत भेजो', 'लिस्ट से मेरा नाम हटाओ'],
  ['message band karo', 'mera number hata do', 'msg mat bhejo yaar', 'pareshan mat karo'],
  ['ಇನ್ನು ಮುಂದೆ ಸಂದೇಶ ಕಳುಹಿಸಬೇಡಿ', 'ನನ್ನ ನಂಬರ್ ಡಿಲೀಟ್ ಮಾಡಿ', 'ಮೆಸೇಜ್ ಮಾಡೋದನ್ನು ನಿಲ್ಲಿಸಿ', 'ತೊಂದರೆ ಕೊಡಬೇಡಿ'],
  ['message kalisbedi', 'nanna number tegedu haki', 'innu msg kalsabedi', 'block madtini ashte'],
  ['மெசேஜ் அனுப்புறதை நிறுத்துங்க', 'என் நம்பரை நீக்குங்க', 'இனி மெசேஜ் அனுப்ப வேண்டாம்', 'தொந்தரவு பண்ணாதீங்க'],
  ['message anupathinga', 'en number remove pannunga', 'thollai pannadhinga', 'ini msg anupadheenga'],
  ['మెసేజ్ లు పంపకండి', 'నా నంబర్ తీసేయండి', 'మళ్ళీ మెసేజ్ చేయకండి', 'లిస్ట్ నుంచి నా పేరు తీసేయండి'],
  ['message pampakandi', 'na number delete cheyandi', 'inka msgs pampoddu', 'disturb cheyakandi'],
];

async function queue(phone: string): Promise<void> {
  const { ring } = await import('../inbox/bells');
  await runtime.db.query(
    `WITH contact AS (SELECT id FROM contacts WHERE phone_hash = $1), message AS (
       INSERT INTO messages (id, contact_id, direction, channel, content, text_keys, language, at)
       SELECT gen_random_uuid(), id, 'out', 'whatsapp', '{"type": "text", "text": "Still there?"}', '{}', 'en', now()
       FROM contact RETURNING id, contact_id
     )
     INSERT INTO outbox_entries (id, message_id, contact_id, turn_id, idx, channel, payload)
     SELECT gen_random_uuid(), id, contact_id, gen_random_uuid(), 0, 'whatsapp', $2 FROM message`,
    [
      blindIndex('phone', phone),
      JSON.stringify({
        messaging_product: 'whatsapp',
        recipient_type: 'individual',
        type: 'text',
        text: { body: 'Still there?', preview_url: false },
      }),
    ],
  );
  ring('outbox');
}

async function greeted(): Promise<number> {
  const { rows } = await runtime.db.query<{ count: number }>(
    `SELECT count(DISTINCT contact_id)::int AS count FROM outbox_entries WHERE status = 'accepted'`,
  );
  return rows[0]?.count ?? 0;
}

async function unsettled(): Promise<number> {
  const { rows } = await runtime.db.query<{ count: number }>(
    `SELECT (count(*) FILTER (WHERE status IN ('queued', 'dispatching'))
       + (SELECT count(*) FROM inbox_entries WHERE status = 'pending' AND kind = 'message'))::int AS count
     FROM outbox_entries`,
  );
  return rows[0]?.count ?? 0;
}

type Outcome = {
  readonly phone: string;
  readonly confirmed: number;
  readonly left: number;
  readonly stopped: number;
  /** What became of the confirmation, and why. */
  readonly problems: readonly string[] | null;
};

const outcomeSql = `
  SELECT c.phone, count(*) FILTER (WHERE o.is_last_word AND o.status = 'accepted')::int AS confirmed,
    count(*) FILTER (WHERE o.payload->'text'->>'body' = 'Still there?' AND o.status = 'accepted')::int AS left,
    count(*) FILTER (WHERE o.status = 'cancelled')::int AS stopped,
    array_agg(concat_ws(' ', o.status, o.problem_code, o.problem_detail)) FILTER (WHERE o.is_last_word) AS problems
  FROM contacts c JOIN outbox_entries o ON o.contact_id = c.id WHERE c.opted_out_at IS NOT NULL GROUP BY c.phone`;

function after<Result>(milliseconds: number, act: () => Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    setTimeout(() => void act().then(resolve, reject), milliseconds);
  });
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
