import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createTestDatabase, type TestDatabase } from '@/server/testing/database';
import { isAtLeast, roles } from '../auth/actor';
import { closeDatabase } from '../db/client';
import { getPool } from '../db/pool';
import { type SignedIn, signInAs } from '../testing/sign-in';
import { apiRouter } from '.';
import { createApiContext } from './context';
import { type Entry, pages, procedures, routes } from './testdata/rights';
import { validInput } from './testdata/valid-input';

let database: TestDatabase;
let people: Readonly<Record<'viewer' | 'officer' | 'owner', SignedIn>>;
const dataDir = mkdtempSync(path.join(tmpdir(), 'vaarta-rights-'));

beforeAll(async () => {
  database = await createTestDatabase();
  Object.assign(process.env, { DATABASE_URL: database.url, VAARTA_DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
  const [viewer, officer, owner] = await Promise.all(roles.map((role) => signInAs(role)));
  if (!viewer || !officer || !owner) throw new Error('Somebody is missing.');
  people = { viewer, officer, owner };
});
afterAll(async () => {
  await closeDatabase();
  await database.drop();
  rmSync(dataDir, { recursive: true });
});

const definition = z.object({
  type: z.enum(['query', 'mutation']),
  meta: z.object({ role: z.enum(roles) }),
  inputs: z.array(z.unknown()),
});
/** The router lists them flat; its type doesn't say so. */
const known = Object.entries<unknown>(apiRouter._def.procedures).map(([name, procedure]) => ({
  name,
  ...definition.parse(Reflect.get(Object(procedure), '_def')),
}));
/** What every officer may do in a conversation that a colleague has taken over. */
const ofColleagues: ReadonlySet<string> = new Set([
  'conversations.here',
  'conversations.markRead',
  'conversations.read',
  'conversations.scheduled',
  'conversations.translate',
  'handovers.packet',
  'notes.add',
  'notes.edit',
  'notes.list',
  'notes.remove',
]);
/** These take what is visible of what they are given, and leave the rest out. */
const ofMany: ReadonlySet<string> = new Set(['leads.assign', 'leads.tag', 'leads.bulk', 'tasks.list']);
const entries = roles.flatMap((least) =>
  Object.entries(procedures[least]).flatMap(([router, names]) =>
    names.map((name) => ({ name: `${router}.${name}`, least })),
  ),
);

describe('procedures', () => {
  test('each one has an entry with its least role, and each entry has one', () => {
    const byName = (one: { name: string }, other: { name: string }) => (one.name < other.name ? -1 : 1);
    const said = known.map(({ name, meta }) => ({ name, least: meta.role }));
    expect(said.sort(byName)).toEqual([...entries].sort(byName));
  });

  test('nobody without a session gets an answer, whatever they claim to be', async () => {
    const refused = known.map(({ name }) => ({ name, status: 401, problem: 'signIn.required', data: undefined }));
    expect(await callAll(known)).toEqual(refused);
    expect(await callAll(known, forged)).toEqual(refused);
  });

  test('a lesser role is refused before anything that it sends is looked at', async () => {
    for (const role of ['viewer', 'officer'] as const) {
      const higher = known.filter(({ meta }) => !isAtLeast(role, meta.role));
      const refused = higher.map(({ name }) => ({ name, status: 403, problem: 'right.missing', data: undefined }));
      expect(higher.length).toBeGreaterThan(50);
      expect(await callAll(higher, { cookie: people[role].cookie })).toEqual(refused);
    }
  });

  test('an officer is answered about a contact of another officer as about one that is not there, but reads a conversation that was taken over', async () => {
    const contactId = await contactOf(people.viewer.userId);
    const asked = known.flatMap(({ name, type, inputs, meta }) => {
      const input = meta.role === 'owner' ? undefined : validInput(inputs, { contactId });
      return input === undefined ? [] : [{ name, type, input }];
    });
    expect(asked.length).toBeGreaterThan(30);
    const answers = await callAll(asked, { cookie: people.officer.cookie });
    const ofOne = answers.filter(({ name }) => !ofMany.has(name));
    expect(ofOne).toEqual(
      ofOne.map(({ name }) => ({ name, status: 404, problem: 'record.notFound', data: undefined })),
    );
    expect(JSON.stringify(answers)).not.toMatch(new RegExp(`${contactId}|Asha`));
    const { rows } = await getPool().query('SELECT assignee_id AS assignee, stage FROM leads');
    expect(rows).toEqual([{ assignee: people.viewer.userId, stage: 'initial' }]);

    await getPool().query(
      `INSERT INTO handovers (id, contact_id, asked_by, reason, summary, status, assignee_id, taken_at)
       VALUES (gen_random_uuid(), $1, 'officer', 'officer', '', 'taken', $2, now())`,
      [contactId, people.viewer.userId],
    );
    const taken = await callAll(asked, { cookie: people.officer.cookie });
    const refused = taken.filter(({ problem }) => problem === 'record.conflict').map(({ name }) => name);
    expect(refused).toEqual(ofOne.map(({ name }) => name).filter((name) => !ofColleagues.has(name)));
  });
});

describe('routes', () => {
  test('each one has an entry', () => {
    expect(folders('app/api', 'route.ts')).toEqual(Object.keys(routes).sort());
  });

  test.each(guarded(routes))('%s refuses strangers, forged headers and lesser roles', async (name, least) => {
    const module: Readonly<Record<string, unknown>> = await import(
      /* @vite-ignore */ pathToFileURL(`app/api/${name}/route.ts`).href
    );
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      const handler = module[method];
      if (typeof handler !== 'function') continue;
      const ask = async (headers: Readonly<Record<string, string>>) => {
        const id = crypto.randomUUID();
        const request = new Request(`http://localhost:3000/api/${name}`, { method, headers: { ...own, ...headers } });
        const answer: Response = await handler(request, { params: Promise.resolve({ id, name: id, token: id }) });
        return answer.status;
      };
      expect(await ask({})).toBe(401);
      expect(await ask(forged)).toBe(401);
      for (const role of roles.slice(0, roles.indexOf(least))) {
        expect([role, await ask({ cookie: people[role].cookie })]).toEqual([role, 403]);
      }
    }
  });
});

describe('pages', () => {
  test('each one has an entry', () => {
    expect(folders('app', 'page.tsx')).toEqual(Object.keys(pages).sort());
  });

  test.each(guarded(pages))('%s asks who is there before it does anything', (name, least) => {
    const source = readFileSync(`app/${name}/page.tsx`, 'utf8');
    const body = source.slice(source.indexOf('export default async function'));
    expect(body).toMatch(new RegExp(`^[^\\n]*\\{\\n  (const [^\\n]+ = )?await requirePage\\('${least}'\\);`));
    expect(source).not.toContain('generateMetadata'); // it would run before the page
  });
});

const own = { host: 'localhost:3000', origin: 'http://localhost:3000' };
/** What proxies and old holes of frameworks would let pass. */
const forged = {
  cookie: 'vaarta.session_token=forged.c2lnbmF0dXJl; __Host-vaarta.session_token=forged.c2lnbmF0dXJl',
  authorization: 'Bearer forged',
  'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy',
  'x-forwarded-for': '127.0.0.1',
  'x-forwarded-user': 'owner@lender.test',
  'x-vaarta-path': '/settings',
  'x-user-role': 'owner',
};

type Called = { readonly name: string; readonly type: string; readonly input?: unknown };
type Answer = Readonly<{ name: string; status: number | undefined; problem: string | undefined; data: unknown }>;

/** Calls them as the studio's screens do, many with one request; an input that is not given is nonsense. */
async function callAll(called: readonly Called[], headers: Readonly<Record<string, string>> = {}) {
  const [changes, reads] = [true, false].map((changing) =>
    called.filter(({ type }) => (type === 'mutation') === changing),
  );
  const answers = [
    ...(await callBatch('POST', changes ?? [], headers)),
    ...(await callBatch('GET', reads ?? [], headers)),
  ];
  return called.flatMap(({ name }) => answers.filter((answer) => answer.name === name));
}

async function callBatch(
  method: 'GET' | 'POST',
  called: readonly Called[],
  headers: Readonly<Record<string, string>>,
): Promise<readonly Answer[]> {
  if (called.length === 0) return [];
  const inputs = JSON.stringify(
    Object.fromEntries(called.map(({ input = 'nonsense' }, index) => [index, { json: input }])),
  );
  const url = `http://localhost:3000/api/trpc/${called.map(({ name }) => name).join(',')}?batch=1`;
  const all = { ...own, 'content-type': 'application/json', ...headers };
  const req =
    method === 'POST'
      ? new Request(url, { method, headers: all, body: inputs })
      : new Request(`${url}&input=${encodeURIComponent(inputs)}`, { headers: all });
  const createContext = () => createApiContext(req);
  const response = await fetchRequestHandler({ endpoint: '/api/trpc', req, router: apiRouter, createContext });
  const answers = answerSchema.parse(await response.json());
  return called.map(({ name }, index) => {
    const error = answers[index]?.error?.json.data;
    return { name, status: error?.httpStatus, problem: error?.problem, data: answers[index]?.result };
  });
}

const answerSchema = z.array(
  z.object({
    error: z.object({ json: z.object({ data: z.object({ problem: z.string(), httpStatus: z.int() }) }) }).optional(),
    result: z.unknown().optional(),
  }),
);

/** The folders below one in which a file of this name is. */
function folders(below: string, file: string): readonly string[] {
  return readdirSync(below, { recursive: true, encoding: 'utf8' })
    .filter((found) => path.basename(found) === file)
    .map((found) => path.dirname(found))
    .sort();
}

function guarded(table: Readonly<Record<string, Entry>>) {
  return Object.entries(table).flatMap(([name, entry]) => ('least' in entry ? [[name, entry.least] as const] : []));
}

async function contactOf(assigneeId: string): Promise<string> {
  const id = crypto.randomUUID();
  await getPool().query(
    `WITH somebody AS (INSERT INTO contacts (id, channel, name, language, timezone)
       VALUES ($1, 'simulator', 'Asha', 'en', 'Asia/Kolkata') RETURNING id)
     INSERT INTO leads (contact_id, score, reasons, interest, facts, flow_id, state_id, updated_at, assignee_id)
     SELECT id, 0, '[]', 0, '{}', 'a-flow', 'a_state', now(), $2 FROM somebody`,
    [id, assigneeId],
  );
  return id;
}
