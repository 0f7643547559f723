import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkFlow } from '@/flows/check/check-flow';
import { setText } from '@/flows/edit/set-text';
import type { Flow } from '@/flows/schema/flow';
import { parseFlow } from '@/flows/schema/parse-flow';
import { languages } from '@/prompts/load-languages';
import { type FakeOpenAi, startFakeOpenAi } from '../testing/fake-openai/start-fake-openai';
import { createModelClient, type ModelClient } from '../understanding/model/model-client';
import { draftTranslations } from './draft-translations';

const asked = z.object({ to: z.string(), texts: z.array(z.object({ key: z.string(), text: z.string() })) });
const limits = { deadlineMs: 2_000, failuresToPause: 5, pauseMs: 60_000 };

let fake: FakeOpenAi;
let model: ModelClient;
let translate: (key: string, text: string) => string;

beforeAll(async () => {
  fake = await startFakeOpenAi({
    apiKey: 'key',
    answer: ({ input }) => ({
      texts: asked.parse(input).texts.map(({ key, text }) => ({ key, text: translate(key, text) })),
    }),
  });
  model = createModelClient({ apiKey: 'key', baseUrl: fake.baseUrl, model: 'small' }, limits);
});
afterAll(() => fake.close());

/** The shipped flow, with the Kannada of one state taken away. */
function withoutKannada(): Flow {
  const parsed = parseFlow(readFileSync('flows/library/loan-against-property.json', 'utf8'));
  if (!parsed.ok) throw new Error('The shipped flow is not valid.');
  return paths.reduce((flow, path) => setText(flow, { state: 'closing', path, language: 'kn' }, ''), parsed.flow);
}

const paths = ['say.0.text', 'say.0.buttons.0.title', 'ask.0.text', 'ask.0.buttons.0.title', 'ask.0.buttons.1.title'];
const record = async () => {};

function kannada(_key: string, text: string): string {
  const placeholders = text.match(/\{\{.*?\}\}/g) ?? [];
  const numbers = text.replace(/\{\{.*?\}\}/g, ' ').match(/\d+/g) ?? [];
  return text.length < 40 ? `ಆಯ್ಕೆ ${text.slice(0, 3)}` : ['ನಿಮ್ಮ ವಿವರಗಳು ಸರಿಯಾಗಿವೆಯೇ', ...placeholders, ...numbers].join(' ');
}

function missing(flow: Flow): number {
  return checkFlow(flow, { packs: languages }).filter(({ code }) => code === 'translation.missing').length;
}

describe('drafting missing translations', () => {
  it('fills what is missing, marks it as drafted, and a person who saves it confirms it', async () => {
    translate = kannada;
    const before = withoutKannada();
    expect(missing(before)).toBeGreaterThan(0);
    const { flow, drafted, refused, failure } = await draftTranslations(before, 'kn', model, record);
    expect({ refused, failure, missing: missing(flow) }).toEqual({ refused: [], failure: null, missing: 0 });
    const marked = checkFlow(flow, { packs: languages }).filter(({ code }) => code === 'translation.drafted');
    expect(marked).toHaveLength(drafted.length);
    const path = marked[0]?.place.path ?? '';
    const confirmed = setText(flow, { state: 'closing', path, language: 'kn' }, 'ವಿವರಗಳು ಸರಿಯಾಗಿವೆಯೇ?');
    expect(confirmed.translatedFrom[`closing/${path}`]?.kn).toEqual(expect.any(String));
  });

  it.each<[string, (key: string, text: string) => string]>([
    ['loses a placeholder', (key, text) => kannada(key, text.replace(/\{\{.*?\}\}/, ''))],
    ['invents a placeholder', (key, text) => `${kannada(key, text)} {{ facts.rate_min }}`],
    ['says another number', (key, text) => `${kannada(key, text)} 4%`],
    ['is not in the language', (_key, text) => text],
    ['is too long for its place', (key, text) => kannada(key, text).padEnd(2_000, ' ಮತ್ತು')],
    ['is empty', () => ''],
  ])('refuses a draft that %s, with a reason', async (_what, bad) => {
    translate = bad;
    const { refused, drafted, left } = await draftTranslations(withoutKannada(), 'kn', model, record);
    expect(refused.length).toBeGreaterThan(0);
    expect(left).toBe(refused.length);
    expect(drafted.length + refused.length).toBeGreaterThan(0);
    for (const { reason } of refused) expect(reason).toMatch(/\.$/);
  });

  it('keeps what it has when the model fails', async () => {
    translate = kannada;
    fake.faults.push({ kind: 'notJson' });
    const before = withoutKannada();
    const { flow, failure } = await draftTranslations(before, 'kn', model, record);
    expect(failure).toBe('unreadable');
    expect(flow).toEqual(before);
  });
});
