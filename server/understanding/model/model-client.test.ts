import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type FakeOpenAi, type ModelFault, startFakeOpenAi } from '../../testing/fake-openai/start-fake-openai';
import { createModelClient, type ModelClient } from './model-client';

const limits = { deadlineMs: 700, failuresToPause: 3, pauseMs: 150 };
const question = {
  name: 'colour',
  schema: z.object({ colour: z.enum(['red', 'green']), why: z.string().nullable() }),
  instructions: 'Name a colour.',
  input: { text: 'grass' },
  mostTokens: 100,
  idempotencyKey: 'one',
};

let fake: FakeOpenAi;

beforeAll(async () => {
  fake = await startFakeOpenAi({ apiKey: 'key', answer: () => ({ colour: 'green', why: null }) });
});
afterEach(() => {
  fake.faults.length = 0;
});
afterAll(() => fake.close());

function client(changes: Partial<typeof limits> & { apiKey?: string; baseUrl?: string } = {}): ModelClient {
  const { apiKey = 'key', baseUrl = fake.baseUrl, ...others } = changes;
  return createModelClient({ apiKey, baseUrl, model: 'small' }, { ...limits, ...others });
}

describe('a call of a model', () => {
  it('gives the answer in the shape of the schema, with what it used', async () => {
    const answer = await client().ask(question);
    expect(answer).toEqual({
      ok: true,
      value: { colour: 'green', why: null },
      usage: { promptTokens: expect.any(Number), completionTokens: expect.any(Number) },
    });
    expect(answer.usage.promptTokens).toBeGreaterThan(0);
    expect(fake.requests.at(-1)).toMatchObject({ model: 'small', input: { text: 'grass' }, schemaName: 'colour' });
  });

  it.each<[string, ModelFault[], string]>([
    ['never answers', [{ kind: 'hang' }], 'timeout'],
    ['drips one byte after the other', [{ kind: 'drip', msPerByte: 40 }], 'timeout'],
    [
      'is busy twice',
      [
        { kind: 'error', status: 429 },
        { kind: 'error', status: 429 },
      ],
      'rate_limited',
    ],
    [
      'fails twice',
      [
        { kind: 'error', status: 500 },
        { kind: 'error', status: 503 },
      ],
      'unavailable',
    ],
    ['cuts the line twice', [{ kind: 'reset' }, { kind: 'reset' }], 'unavailable'],
    ['sends ten megabytes', [{ kind: 'huge', bytes: 10_000_000 }], 'too_large'],
    ['sends a page', [{ kind: 'notJson' }], 'unreadable'],
    ['says no JSON', [{ kind: 'content', content: 'Certainly! The colour is green.' }], 'unreadable'],
    ['says another shape', [{ kind: 'content', content: '{"colour":"blue","why":null}' }], 'unreadable'],
    ['says half a JSON', [{ kind: 'content', content: '{"colour":"gre' }], 'unreadable'],
    ['refuses to speak', [{ kind: 'content', content: null }], 'unreadable'],
    ['refuses the request', [{ kind: 'error', status: 400 }], 'misconfigured'],
    [
      'sends us elsewhere',
      [
        { kind: 'redirect', to: 'http://127.0.0.1:9/' },
        { kind: 'redirect', to: '/' },
      ],
      'unavailable',
    ],
  ])('ends within the deadline with a reason when the model %s', async (_what, faults, failure) => {
    fake.faults.push(...faults);
    const began = performance.now();
    expect(await client().ask(question)).toMatchObject({ ok: false, failure });
    expect(performance.now() - began).toBeLessThan(limits.deadlineMs + 400);
  });

  it('says so when the key is wrong, and when nobody listens', async () => {
    expect(await client({ apiKey: 'other' }).ask(question)).toMatchObject({ ok: false, failure: 'misconfigured' });
    expect(await client({ baseUrl: 'http://127.0.0.1:9/v1' }).ask(question)).toMatchObject({
      ok: false,
      failure: 'unavailable',
    });
  });

  it('tries once more after a failure that passes, and no more than once', async () => {
    fake.faults.push({ kind: 'error', status: 503 });
    const before = fake.requests.length;
    expect(await client().ask(question)).toMatchObject({ ok: true });
    expect(fake.requests.length - before).toBe(2);
  });

  it('leaves a model alone that failed several times in a row, and comes back to it', async () => {
    const patient = client();
    fake.faults.push(...Array.from({ length: 3 }, (): ModelFault => ({ kind: 'notJson' })));
    for (let times = 0; times < 3; times++) await patient.ask(question);
    const before = fake.requests.length;
    expect(await patient.ask(question)).toMatchObject({ ok: false, failure: 'paused' });
    expect(fake.requests.length).toBe(before);
    await new Promise((resolve) => setTimeout(resolve, limits.pauseMs + 50));
    expect(await patient.ask(question)).toMatchObject({ ok: true });
  });
});
