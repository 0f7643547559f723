import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import superjson from 'superjson';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';
import type { ApiRouter } from '.';

let runtime: RuntimeFixture;
let answer: (request: Request) => Promise<Response>;
let cookie: string;

beforeAll(async () => {
  runtime = await startRuntime();
  runtime.startWorker();
  // Only now: the modules read the environment when they are loaded.
  const [{ apiRouter }, { createApiContext }, { signInAs }] = await Promise.all([
    import('.'),
    import('./context'),
    import('../testing/sign-in'),
  ]);
  ({ cookie } = await signInAs('owner', 'Meera'));
  answer = (req) =>
    fetchRequestHandler({ endpoint: '/api/trpc', req, router: apiRouter, createContext: () => createApiContext(req) });
});
afterAll(() => runtime.close());

describe('the simulator', () => {
  test('begins a conversation, takes messages once each, and shows the answer as the phone draws it', async () => {
    const contactId = await begin('Asha');
    const clientId = crypto.randomUUID();
    const message = { contactId, clientId, content: { type: 'text', text: ' Hello ' } } as const;
    await Promise.all([studio.simulator.send.mutate(message), studio.simulator.send.mutate(message)]);
    await runtime.until('SELECT 1 FROM turns WHERE contact_id = $1', [contactId]);

    const { messages, session, turns, contact } = await studio.simulator.conversation.query({ contactId });
    expect(contact).toMatchObject({ name: 'Asha', language: 'en' });
    expect(messages.filter(({ direction }) => direction === 'in')).toMatchObject([
      { id: clientId, content: { text: 'Hello' }, status: 'handled' },
    ]);
    expect(messages.find(({ direction }) => direction === 'out')).toMatchObject({
      bubbles: [{ type: expect.any(String) }],
    });
    expect(turns).toMatchObject([{ seq: 1, input: 'started', messageIds: [clientId] }]);
    expect(session?.turn).toBe(1);
  });

  test('says where a contact is and how it came there', async () => {
    const contactId = await begin('On the map');
    expect(await studio.simulator.trail.query({ contactId })).toMatchObject({ contactName: 'On the map' });
    await send(contactId, 'Hello');
    const position = await studio.simulator.trail.query({ contactId });
    expect(position?.trail.visited).toContain(position?.trail.current);
  });

  test('begins again with the same contact', async () => {
    const contactId = await begin('Again');
    await send(contactId, 'Hello');
    expect(await begin('Again', contactId)).toBe(contactId);
    expect((await studio.simulator.conversation.query({ contactId })).messages).toEqual([]);
    expect((await studio.simulator.contacts.query()).filter(({ id }) => id === contactId)).toHaveLength(1);
  });
});

describe('the flows', () => {
  test('are listed and read, without a version in the published one', async () => {
    const [flow] = await studio.flows.list.query();
    expect(flow).toMatchObject({ publishedVersion: 1, hasDraft: false });
    const reading = await studio.flows.read.query({ flowId: flow?.id ?? '' });
    expect(reading).toMatchObject({ version: 1, flow: { id: flow?.id } });
  });
});

describe('editing a flow', () => {
  test('goes from a new flow over its draft to versions, and back', async () => {
    const { flowId } = await studio.drafts.createEmpty.mutate({ name: 'Renewals' });
    const { flow, revision, ...opened } = await studio.drafts.open.query({ flowId });
    expect(opened).toMatchObject({ publishedVersion: null, unreadable: null, hasModel: false });
    expect(opened.flows).toContainEqual({ id: flowId, name: 'Renewals' });
    const document = { ...flow, description: 'Ours' };
    const saved = await studio.drafts.save.mutate({ flowId, revision, document, allowShrink: false });
    expect(saved).toMatchObject({ ok: true, revision: 2 });
    expect(await studio.drafts.revision.query({ flowId })).toMatchObject({ revision: 2 });

    const people = { mode: 'move', targets: {} } as const;
    const draft = { flowId, revision: 2, note: 'First', people };
    expect(await studio.versions.publish.mutate(draft)).toMatchObject({ ok: true, version: 1, revision: 3, moved: 0 });
    await refused(studio.versions.publish.mutate(draft), 'CONFLICT', 'changed since you looked');
    expect(await studio.versions.list.query({ flowId })).toMatchObject([
      { version: 1, author: 'Meera', stateCount: 3 },
    ]);
    expect((await studio.versions.read.query({ flowId, version: 1 })).flow).toEqual(document);
    expect(await studio.versions.people.query({ flowId })).toEqual({ states: [], total: 0 });

    expect(await studio.versions.restore.mutate({ flowId, version: 1, revision: 3 })).toMatchObject({ revision: 4 });
    expect(await studio.drafts.discard.mutate({ flowId, revision: 4 })).toEqual({ revision: 5 });
    await refused(studio.versions.rollBack.mutate({ flowId, version: 1, people }), 'BAD_REQUEST', 'runs now');
    expect(await studio.versions.treatPeople.mutate({ flowId, people })).toMatchObject({ stayed: 0 });
  });

  test('takes a document of many megabytes', async () => {
    const { flowId } = await studio.drafts.createEmpty.mutate({ name: 'Large' });
    const { flow } = await studio.drafts.open.query({ flowId });
    const texts = Object.fromEntries(flow.languages.map((language) => [language, 'ಕನ್ನಡ '.repeat(100)]));
    const states = Array.from({ length: 1_200 }, (_, index) => ({
      id: `state_${index}`,
      type: 'say' as const,
      position: { x: 0, y: index },
      data: { message: { type: 'text' as const, text: texts } },
    }));
    const document = { ...flow, states: [...flow.states, ...states] };
    expect(Buffer.byteLength(JSON.stringify(document))).toBeGreaterThan(9_000_000);
    const draft = { flowId, revision: 1, document, allowShrink: false };
    expect(await studio.drafts.save.mutate(draft)).toMatchObject({ ok: true });
    expect((await studio.drafts.open.query({ flowId })).flow.states).toHaveLength(1_203);
  });

  test('can be listed and opened when its draft can no longer be read', async () => {
    const { flowId } = await studio.drafts.createEmpty.mutate({ name: 'Damaged' });
    await runtime.db.query(`UPDATE flow_drafts SET document = '[]' WHERE flow_id = $1`, [flowId]);
    const flows = await studio.flows.list.query();
    expect(flows.find(({ id }) => id === flowId)).toMatchObject({ name: 'Damaged', hasDraft: true, stateCount: 0 });
    expect((await studio.drafts.open.query({ flowId })).unreadable?.[0]?.message).toEqual(expect.any(String));
  });

  test('says what is wrong with a file that can’t be taken in', async () => {
    expect(await studio.drafts.create.mutate({ document: '{"id": ' })).toMatchObject({
      ok: false,
      issues: [{ code: 'document.not_json', fix: expect.any(String) }],
    });
  });
});

describe('a request that can’t be answered', () => {
  test('for a contact or a flow that is not there says so', async () => {
    const contactId = crypto.randomUUID();
    await refused(studio.simulator.conversation.query({ contactId }), 'NOT_FOUND', 'There is no such contact.');
    await refused(studio.flows.read.query({ flowId: 'no-such-flow' }), 'NOT_FOUND', 'There is no such flow');
    const content = { type: 'text', text: 'Hello' } as const;
    const toNobody = studio.simulator.send.mutate({ contactId, clientId: crypto.randomUUID(), content });
    await refused(toNobody, 'NOT_FOUND', 'There is no such contact.');
  });

  test.each([
    ['an empty text', '   ', 'The message is empty.'],
    ['a text of a megabyte', 'x'.repeat(1_000_000), 'content.text'],
  ])('with %s names the field', async (_, text, sentence) => {
    const contactId = await begin('Too much');
    const sent = studio.simulator.send.mutate({
      contactId,
      clientId: crypto.randomUUID(),
      content: { type: 'text', text },
    });
    await refused(sent, 'BAD_REQUEST', sentence);
  });

  test.each(['__proto__', '../etc', 'A', ''])('with the flow id %j never reaches the database', async (flowId) => {
    await refused(studio.flows.read.query({ flowId }), 'BAD_REQUEST', 'flowId: This is no flow id.');
  });

  test('from a page of another site is refused, and nothing is begun', async () => {
    const before = await studio.simulator.contacts.query();
    const foreign = client({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' });
    await refused(foreign.simulator.begin.mutate(await beginning('Foreign')), 'FORBIDDEN', 'another site');
    await refused(client({ host: 'evil.example' }).flows.list.query(), 'FORBIDDEN', 'localhost only');
    expect(await studio.simulator.contacts.query()).toHaveLength(before.length);
  });
});

const studio = client({ origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' });

function client(headers: Readonly<Record<string, string>>) {
  return createTRPCClient<ApiRouter>({
    links: [
      httpLink({
        url: 'http://localhost:3000/api/trpc',
        transformer: superjson,
        headers: () => ({ host: 'localhost:3000', cookie, ...headers }),
        fetch: async (url, options) =>
          answer(
            new Request(url.toString(), {
              method: options?.method ?? 'GET',
              headers: new Headers(options?.headers),
              ...(typeof options?.body === 'string' ? { body: options.body } : {}),
            }),
          ),
      }),
    ],
  });
}

async function beginning(name: string, contactId: string | null = null) {
  const [flow] = await studio.flows.list.query();
  return { contactId, name, language: 'en', flowId: flow?.id ?? '', flowVersion: 1, state: null };
}

async function begin(name: string, existing: string | null = null): Promise<string> {
  const { contactId } = await studio.simulator.begin.mutate(await beginning(name, existing));
  return contactId;
}

async function send(contactId: string, text: string): Promise<void> {
  await studio.simulator.send.mutate({ contactId, clientId: crypto.randomUUID(), content: { type: 'text', text } });
  await runtime.until('SELECT 1 FROM turns WHERE contact_id = $1', [contactId]);
}

async function refused(request: Promise<unknown>, code: string, sentence: string): Promise<void> {
  const error = await request.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(TRPCClientError);
  expect(error).toMatchObject({ data: { code }, message: expect.stringContaining(sentence) });
}
