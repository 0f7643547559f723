import { randomUUID } from 'node:crypto';
import { encodeVoiceNote, VOICE_RATE } from '../speech/ogg/encode-voice-note';
import type { FakeOpenAi } from './fake-openai/start-fake-openai';
import type { RuntimeFixture } from './runtime-fixture';
import { smallestPng } from './smallest-png';

/** Nothing else in the product has these in it. */
export const planted = {
  number: '9812345670',
  userId: 'IN.076543218919',
  name: 'Kanarina',
  words: 'Quetzalcoatl',
  kannada: 'ಕ್ವಾಂಡಲಪುರ',
  heard: 'ಝಂಝಾವಾತನಗರ',
  email: 'zebulon@canary.example',
  file: 'zanzibar-deed',
  note: 'Xylophone',
  task: 'Wolframite',
  scheduled: 'Vexillology',
  campaign: 'Umbrageous',
  listed: 'Tintinnabula',
  reason: 'Yggdrasil',
  closing: 'Zymurgist',
} as const;

export const plantedPhone = `+91${planted.number}`;

export type PlantedContact = Readonly<{
  contactId: string;
  /** Where the document lies. */
  storageKey: string;
  /** WhatsApp's id of their first message, which has the number in it as real ones have. */
  firstId: string;
}>;

/**
 * Somebody who leaves something everywhere: a conversation with a file, a voice note, a send that fails and a turn that does,
 * what officers write about them, a campaign, and a list, each through the statements of the product.
 */
export async function plantContact(runtime: RuntimeFixture, openAi: FakeOpenAi): Promise<PlantedContact> {
  const { whatsapp, db, until } = runtime;
  const from = { phone: plantedPhone, name: `${planted.name} Testwala` };
  const firstId = `wamid.${Buffer.from(`\u001c\u000091${planted.number}\u0015`, 'latin1').toString('base64')}`;
  await whatsapp.receiveFromCustomer({ from, id: firstId, text: `Hello, I want a loan in ${planted.words}` });
  const { id: contactId } = await until<{ id: string }>('SELECT id FROM contacts');
  const turnsTaken = (count: number) =>
    until('SELECT 1 FROM turns WHERE contact_id = $1 HAVING count(*) >= $2', [contactId, count]);
  await turnsTaken(1);
  whatsapp.faults.add({ kind: 'error', code: 131026, times: 1 });
  await whatsapp.receiveFromCustomer({ from, text: `ನನ್ನ ಮನೆ ${planted.kannada} ದಲ್ಲಿದೆ, ${planted.email}` });
  await turnsTaken(2);
  const voice = Buffer.from(await encodeVoiceNote(new Int16Array(VOICE_RATE)));
  openAi.audio.hear(voice, { text: planted.heard, language: 'kn' });
  const note = { kind: 'voice', bytes: voice, mimeType: 'audio/ogg; codecs=opus' } as const;
  await whatsapp.receiveFromCustomer({ from, ...whatsapp.media.message(note) });
  await until(`SELECT 1 FROM media_files WHERE contact_id = $1 AND transcript_status = 'heard'`, [contactId]);
  const document = {
    kind: 'document',
    bytes: smallestPng,
    mimeType: 'image/png',
    filename: `${planted.file}.png`,
  } as const;
  await whatsapp.receiveFromCustomer({ from, ...whatsapp.media.message(document) });
  const { key: storageKey } = await until<{ key: string }>(
    `SELECT storage_key AS key FROM media_files WHERE contact_id = $1 AND status = 'stored' AND kind = 'document'`,
    [contactId],
  );
  await whatsapp.changePreference({ phone: plantedPhone }, 'resume');
  await until(
    `SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM inbox_entries WHERE contact_id = $1 AND status = 'pending')
       AND NOT EXISTS (SELECT 1 FROM turn_queue WHERE contact_id = $1 AND owner IS NOT NULL)`,
    [contactId],
  );
  await db.query(`UPDATE flow_sessions SET state = '{"broken": true}' WHERE contact_id = $1`, [contactId]);
  await whatsapp.receiveFromCustomer({ from, text: `Are you there? ${planted.words}` });
  await until('SELECT 1 FROM turn_queue WHERE contact_id = $1 AND failures > 0', [contactId]);
  await workOn(runtime, contactId);
  await writeToMany(runtime, contactId);
  await writeDown(runtime);
  return { contactId, storageKey, firstId };
}

/** What an officer does with them. */
async function workOn({ db }: RuntimeFixture, contactId: string): Promise<void> {
  await db.query(
    `INSERT INTO users (id, name, email, role, updated_at) VALUES ('test-officer', 'Ravi', 'r@l.test', 'officer', now())`,
  );
  const { studioCaller } = await import('./studio-caller');
  const officer = studioCaller('officer');
  await officer.notes.add({ contactId, body: `${planted.note} player`, mentions: [] });
  await officer.tasks.add({ contactId, title: `Ask about ${planted.task}`, dueAt: null, assigneeId: null });
  await officer.leads.setFact({ contactId, slot: 'email', value: planted.email });
  await officer.handovers.request({ contactId, reason: `Asks for ${planted.reason}` });
  await officer.handovers.takeOver({ contactId });
  const at = new Date(Date.now() + 3_600_000).toISOString();
  await officer.conversations.schedule({ contactId, clientId: randomUUID(), text: planted.scheduled, at });
  await officer.handovers.close({ contactId, outcome: 'callBack', note: `Wants ${planted.closing}` });
}

/** A campaign that has them in it, and a list that names them in a way of its own and was never taken in. */
async function writeToMany({ db }: RuntimeFixture, contactId: string): Promise<void> {
  const [{ insertRecipients }, { insertRows }, { inTransaction }] = await Promise.all([
    import('../campaigns/freeze/store'),
    import('../campaigns/imports/store'),
    import('../db/transaction'),
  ]);
  const [campaignId, importId] = [randomUUID(), randomUUID()];
  await db.query(
    `INSERT INTO campaigns (id, name, channel, status, plan, author) VALUES ($1, 'Rates', 'whatsapp', 'draft', '{}', 'Ravi')`,
    [campaignId],
  );
  await db.query(
    `INSERT INTO contact_imports (id, filename, columns, row_count) VALUES ($1, 'list.csv', '{phone,name}', 1)`,
    [importId],
  );
  const template = { type: 'template', name: 'rates', language: 'en' } as const;
  const content = { ...template, variables: [planted.campaign] };
  const recipient = { contactId, position: 1, variant: 'A', language: 'en', content, problemCode: null, dueAt: null };
  const row = { row: 2, cells: ['0 98123-45670', planted.listed], problem: null };
  await inTransaction(async (client) => {
    await insertRecipients(client, campaignId, [{ ...recipient, dueAt: new Date().toISOString() }]);
    await insertRows(client, importId, [row]);
  });
}

/** Views and scenarios that name them. */
async function writeDown({ db }: RuntimeFixture): Promise<void> {
  const { saveView } = await import('../leads/views/store');
  const view = { screen: 'leads', isShared: false } as const;
  await saveView({ ...view, name: 'The number', query: 'search=%2B91+98123+45670&stage=new' }, 'somebody');
  await saveView({ ...view, name: 'A namesake', query: `search=${planted.name}+testwala` }, 'somebody');
  const steps = [{ said: 'call 098123-45670' }, { said: `I am ${planted.name} Testwala` }];
  await db.query(
    `INSERT INTO flow_scenarios (id, flow_id, name, document) SELECT $1, id, 'Recorded', $2 FROM flows LIMIT 1`,
    [randomUUID(), JSON.stringify({ name: 'Recorded', now: '2026-11-24T11:00:00+05:30', phone: 919812345670, steps })],
  );
}
