import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptyTemplateContent, type TemplateContent } from '@/flows/templates/template-content';
import { type RuntimeFixture, startRuntime } from '../testing/runtime-fixture';

const business = '102290129340398';
let runtime: RuntimeFixture;
let studio: ReturnType<typeof import('../testing/studio-caller')['studioCaller']>;
let setTemplateStatus: typeof import('./store')['setTemplateStatus'];

beforeAll(async () => {
  runtime = await startRuntime({ WHATSAPP_BUSINESS_ACCOUNT_ID: business });
  const [{ studioCaller }, store] = await Promise.all([import('../testing/studio-caller'), import('./store')]);
  studio = studioCaller();
  setTemplateStatus = store.setTemplateStatus;
});
afterAll(() => runtime.close());
beforeEach(async () => {
  await runtime.db.query('TRUNCATE templates, settings, flow_drafts');
  runtime.whatsapp.shelf.templates.splice(0);
});

const reminder: TemplateContent = {
  ...emptyTemplateContent,
  body: 'Hello {{name}}, the papers for your loan at {{lender}} are still to come.',
  variables: [{ name: 'name', sample: 'Asha' }],
  footer: '{{lender}}',
  buttons: [{ type: 'quickReply', label: 'Which papers?' }],
};

/** Writes a template in English, ready to be submitted. */
async function write(name: string, content: TemplateContent = reminder): Promise<void> {
  await studio.templates.create({ name, category: 'UTILITY' });
  await save(name, 'en', content);
}

async function save(name: string, language: string, content: TemplateContent): Promise<void> {
  const { texts } = await studio.templates.get({ name });
  const revision = texts.find((text) => text.language === language)?.revision ?? '';
  await studio.templates.save({ name, language, category: 'UTILITY', content, revision });
}

async function textOf(name: string, language = 'en') {
  const { texts } = await studio.templates.get({ name });
  return texts.find((text) => text.language === language);
}

describe('a template that is written', () => {
  test('is kept as a draft, half written too, and knows its variables', async () => {
    await studio.templates.create({ name: 'half', category: 'UTILITY' });
    await save('half', 'en', { ...emptyTemplateContent, body: 'Hello {{name}}' });
    expect(await textOf('half')).toMatchObject({
      status: 'DRAFT',
      content: { body: 'Hello {{name}}', variables: [{ name: 'name', sample: '' }] },
    });
    await expect(studio.templates.submit({ name: 'half', language: 'en' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      message: expect.stringContaining('sample value'),
    });
    expect(runtime.whatsapp.shelf.templates).toEqual([]);
  });

  test('is not overwritten by somebody who saw an older text', async () => {
    await write('papers');
    const old = (await textOf('papers'))?.revision ?? '';
    await save('papers', 'en', { ...reminder, footer: 'Ours' });
    const late = { name: 'papers', language: 'en', category: 'UTILITY', content: reminder, revision: old } as const;
    await expect(studio.templates.save(late)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await textOf('papers'))?.content?.footer).toBe('Ours');
  });

  test('must have a name of its own that WhatsApp takes', async () => {
    await write('papers');
    await expect(studio.templates.create({ name: 'papers', category: 'UTILITY' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await expect(studio.templates.create({ name: 'Papers!', category: 'UTILITY' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });

  test('can be added to in another language, which is submitted once it is translated', async () => {
    await write('papers');
    await studio.templates.addLanguage({ name: 'papers', language: 'kn' });
    await expect(studio.templates.submit({ name: 'papers', language: 'kn' })).rejects.toMatchObject({
      message: expect.stringContaining('still to be written in Kannada'),
    });
    const body = 'ನಮಸ್ಕಾರ {{name}}, ನಿಮ್ಮ ಸಾಲದ ದಾಖಲೆಗಳು ಇನ್ನೂ ಬರಬೇಕಿವೆ.';
    await save('papers', 'kn', { ...reminder, body });
    expect(await studio.templates.submit({ name: 'papers', language: 'kn' })).toEqual({ ok: true, status: 'PENDING' });
  });
});

describe('a template that is submitted', () => {
  test('goes with numbers and the lender’s name, and is approved by webhook', async () => {
    await write('papers');
    expect(await studio.templates.submit({ name: 'papers', language: 'en' })).toEqual({ ok: true, status: 'PENDING' });
    const [shelved] = runtime.whatsapp.shelf.templates;
    expect(shelved?.components).toEqual([
      {
        type: 'BODY',
        text: 'Hello {{1}}, the papers for your loan at ABC Finance are still to come.',
        example: { body_text: [['Asha']] },
      },
      { type: 'FOOTER', text: 'ABC Finance' },
      { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Which papers?' }] },
    ]);
    expect(await textOf('papers')).toMatchObject({ status: 'PENDING', hasDraft: false, isAtWhatsApp: true });
    await runtime.until(
      `SELECT FROM inbox_entries WHERE kind = 'account' AND payload->>'field' = 'message_template_status_update'`,
    );
    await setTemplateStatus({ name: 'papers', language: 'en', status: 'APPROVED', reason: null });
    expect(await textOf('papers')).toMatchObject({ status: 'APPROVED' });
  });

  test('is changed where it stands, and what is being written meanwhile stays apart', async () => {
    await write('papers');
    await studio.templates.submit({ name: 'papers', language: 'en' });
    await expect(studio.templates.submit({ name: 'papers', language: 'en' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    const [shelved] = runtime.whatsapp.shelf.templates;
    if (shelved) shelved.status = 'APPROVED';
    await setTemplateStatus({ name: 'papers', language: 'en', status: 'APPROVED' });
    await save('papers', 'en', { ...reminder, footer: 'Your lender' });
    expect(await textOf('papers')).toMatchObject({ status: 'APPROVED', hasDraft: true });
    const { rows } = await runtime.db.query<{ footer: string }>(
      `SELECT components#>>'{1,text}' AS footer FROM templates`,
    );
    expect(rows).toEqual([{ footer: 'ABC Finance' }]);
    expect(await studio.templates.submit({ name: 'papers', language: 'en' })).toMatchObject({ ok: true });
    expect(runtime.whatsapp.shelf.templates).toHaveLength(1);
    expect(shelved?.components).toContainEqual({ type: 'FOOTER', text: 'Your lender' });
    expect(await textOf('papers')).toMatchObject({ hasDraft: false });
  });

  test('is refused in WhatsApp’s own words, and the draft is kept', async () => {
    await write('papers');
    runtime.whatsapp.shelf.put({ name: 'papers', language: 'en', category: 'UTILITY', components: [] }, 'APPROVED');
    expect(await studio.templates.submit({ name: 'papers', language: 'en' })).toMatchObject({
      ok: false,
      code: 'template.exists',
      retryable: false,
      detail: expect.stringContaining('Sync'),
    });
    expect(await textOf('papers')).toMatchObject({ status: 'DRAFT', content: reminder });
  });

  test('may have a picture above it, whose sample goes first', async () => {
    const base64 = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(40)]).toString(
      'base64',
    );
    await expect(studio.templates.uploadSample({ kind: 'document', filename: 'a.pdf', base64 })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    const sample = await studio.templates.uploadSample({ kind: 'image', filename: 'a.png', base64 });
    if (!sample.ok) throw new Error(sample.detail);
    await write('pictured', { ...reminder, header: { type: 'image', handle: sample.handle } });
    expect(await studio.templates.submit({ name: 'pictured', language: 'en' })).toMatchObject({ ok: true });
  });
});

describe('a sync', () => {
  const listed = [{ type: 'BODY', text: 'Hello {{1}}, welcome to us.', example: { body_text: [['Asha']] } }];

  test('takes over what is there, page by page, and marks what is gone', async () => {
    const { shelf } = runtime.whatsapp;
    for (let index = 0; index < 230; index += 1) {
      shelf.put({ name: `made_${index}`, language: 'en', category: 'MARKETING', components: listed }, 'APPROVED');
    }
    expect(await studio.templates.sync()).toMatchObject({ ok: true, listed: 230, added: 230, missing: 0 });
    shelf.templates.splice(0, 1);
    expect(await studio.templates.sync()).toMatchObject({ ok: true, listed: 229, added: 0, missing: 1 });
    expect(await textOf('made_0')).toMatchObject({ status: 'DELETED' });
    expect((await studio.templates.list()).syncedAt).not.toBeNull();
  });

  test('keeps a draft that was never submitted, beside what WhatsApp has of the same name', async () => {
    await write('papers');
    runtime.whatsapp.shelf.put({ name: 'papers', language: 'en', category: 'UTILITY', components: listed }, 'REJECTED');
    await write('mine');
    await studio.templates.sync();
    expect(await textOf('papers')).toMatchObject({ status: 'REJECTED', hasDraft: true, content: reminder });
    expect(await textOf('mine')).toMatchObject({ status: 'DRAFT', content: reminder });
  });

  test('finds a template whose submission got no answer, and knows that it is ours', async () => {
    await write('papers');
    await studio.templates.submit({ name: 'papers', language: 'en' });
    await runtime.db.query(`UPDATE templates SET status = 'DRAFT', meta_id = NULL, components = jsonb_set(components, '{0,text}',
      '"Hello {{1}}, the papers for your loan at {{lender}} are still to come."')`);
    await studio.templates.sync();
    expect(await textOf('papers')).toMatchObject({ hasDraft: false, isAtWhatsApp: true });
    expect((await textOf('papers'))?.content?.variables).toEqual([{ name: 'name', sample: 'Asha' }]);
  });

  test('that fails changes nothing and says why', async () => {
    await write('papers');
    runtime.whatsapp.revokeToken();
    try {
      expect(await studio.templates.sync()).toMatchObject({ ok: false, code: 'token.invalid' });
    } finally {
      runtime.whatsapp.restoreToken();
    }
    expect(await textOf('papers')).toMatchObject({ status: 'DRAFT' });
  });
});

describe('a removal', () => {
  test('needs the name once more, and removes at WhatsApp too', async () => {
    await write('leaving');
    await studio.templates.submit({ name: 'leaving', language: 'en' });
    const wrong = { name: 'leaving', language: null, confirm: 'leavin' };
    await expect(studio.templates.remove(wrong)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect(runtime.whatsapp.shelf.templates).toHaveLength(1);
    expect(await studio.templates.remove({ ...wrong, confirm: 'leaving' })).toEqual({ ok: true });
    expect(runtime.whatsapp.shelf.templates).toEqual([]);
    await expect(studio.templates.get({ name: 'leaving' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('of one language leaves the others', async () => {
    await write('welcome');
    await studio.templates.submit({ name: 'welcome', language: 'en' });
    await studio.templates.addLanguage({ name: 'welcome', language: 'kn' });
    await studio.templates.remove({ name: 'welcome', language: 'en', confirm: 'welcome' });
    expect((await studio.templates.get({ name: 'welcome' })).texts.map(({ language }) => language)).toEqual(['kn']);
    expect(runtime.whatsapp.shelf.templates).toEqual([]);
  });

  test('is refused while a flow or a setting uses it, and says where', async () => {
    await write('papers');
    const flow = { states: [{ id: 's', type: 'template', data: { name: 'papers' } }] };
    await runtime.db.query('INSERT INTO flow_drafts (flow_id, document) SELECT id, $1 FROM flows LIMIT 1', [flow]);
    const removal = { name: 'papers', language: null, confirm: 'papers' };
    await expect(studio.templates.remove(removal)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(/“papers” is used in the draft of the flow “.+”\./),
    });
    const [summary] = (await studio.templates.list()).templates;
    expect(summary?.uses).toEqual([expect.objectContaining({ place: 'draft' })]);
    await runtime.db.query('TRUNCATE flow_drafts');
    await runtime.db.query(
      `INSERT INTO settings (key, value) VALUES ('outbox', '{"closedWindow": {"template": "papers"}}')`,
    );
    await expect(studio.templates.remove(removal)).rejects.toMatchObject({ code: 'CONFLICT' });
    await runtime.db.query('TRUNCATE settings');
    expect(await studio.templates.remove(removal)).toEqual({ ok: true });
  });
});

test('a copy has another name and is a draft in every language', async () => {
  await write('papers');
  await studio.templates.submit({ name: 'papers', language: 'en' });
  await studio.templates.duplicate({ name: 'papers', as: 'papers_again' });
  expect(await textOf('papers_again')).toMatchObject({ status: 'DRAFT', isAtWhatsApp: false });
});

test('without a business account drafts are kept, and submitting says what to set', async () => {
  const [{ getEnv }, { templatesConnection }] = await Promise.all([import('../env'), import('./templates-access')]);
  const env: { WHATSAPP_BUSINESS_ACCOUNT_ID?: string | undefined } = getEnv();
  env.WHATSAPP_BUSINESS_ACCOUNT_ID = undefined;
  try {
    await write('papers');
    expect(templatesConnection()).toBe('withoutAccount');
    await expect(studio.templates.submit({ name: 'papers', language: 'en' })).rejects.toMatchObject({
      message: expect.stringContaining('WHATSAPP_BUSINESS_ACCOUNT_ID'),
    });
  } finally {
    env.WHATSAPP_BUSINESS_ACCOUNT_ID = business;
  }
});
