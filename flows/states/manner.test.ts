import { describe, expect, it } from 'vitest';
import { defaultProductFacts } from '@/prompts/facts/product-facts';
import { languages } from '@/prompts/load-languages';
import { toBubbles } from '../engine/bubbles';
import { EXAMPLE_UPLOAD_LINK } from '../engine/env';
import { runTurn } from '../engine/run-turn';
import { startSession } from '../engine/start-session';
import { makeReply } from '../engine/testdata/make-reply';
import type { TurnEvent } from '../schema/events';
import { flow as flowSchema } from '../schema/flow';
import type { Intent } from '../schema/intents';
import type { IncomingContent } from '../schema/message';
import type { Reply } from '../schema/turn-input';
import type { Manner } from './manner';

const at = { x: 0, y: 0 };
const text = (en: string) => ({ type: 'text', text: { en } });

describe('what a state says aloud', () => {
  it('is all that it says itself, and not what a rule answers there', () => {
    const said = saidIn({ isSpoken: true }, reply('ask_rate'));
    expect(said.map(({ textKey, isSpoken }) => [textKey, isSpoken ?? false])).toEqual([
      ['rule:questions/action.answers.ask_rate.0', false],
      ['concern/ask.0', true],
    ]);
  });

  it('is a model’s draft too', () => {
    const draft = { ...reply('objection_trust'), draft: 'The house stays yours. What else may I tell you?' };
    expect(saidIn({ isSpoken: true }, draft)[0]).toMatchObject({ textKey: 'concern/draft', isSpoken: true });
  });

  it('is nothing unless its author wants it', () => {
    expect(saidIn({}, reply('objection_trust')).some((event) => 'isSpoken' in event)).toBe(false);
  });
});

describe('a state that shows what it answers', () => {
  it('shows the last message once a turn, also when its texts become one message', () => {
    const said = saidIn({ isQuoting: true }, reply('objection_trust'));
    expect(said.map(({ content }) => 'quotes' in content && content.quotes)).toEqual(['wamid.2', false]);
    expect(toBubbles(said).map(({ content }) => content)).toEqual([
      { type: 'text', text: 'It stays yours.\n\nWhat else?', quotes: 'wamid.2' },
    ]);
  });

  it('never shows an emoji of the customer’s', () => {
    const messages = [...reply('objection_trust').messages, message('wamid.3', reaction)];
    const said = saidIn({ isQuoting: true }, { ...reply('objection_trust'), messages });
    expect(said[0]?.content).toMatchObject({ quotes: 'wamid.2' });
  });
});

describe('a reaction', () => {
  it('goes to the last message of the customer', () => {
    const [said] = saidIn({}, reply('thank'));
    expect(said).toMatchObject({ textKey: 'cheer/emoji', content: { type: 'reaction', to: 'wamid.2', emoji: '🙏' } });
  });

  it('is left out where there is nothing but an emoji to answer', () => {
    const said = saidIn({}, { ...reply('thank'), messages: [message('wamid.3', reaction)] });
    expect(said).toEqual([]);
  });
});

const reaction: IncomingContent = { type: 'reaction', to: 'wamid.ours', emoji: '❤️' };

function message(id: string, content: IncomingContent) {
  return { id, at: '2026-11-23T04:30:00.000Z', content };
}

function reply(intent: Intent): Reply {
  const burst = ['wamid.1', 'wamid.2'].map((id) => message(id, { type: 'text', text: intent }));
  return { ...makeReply({ intent }), messages: burst };
}

type Said = Extract<TurnEvent, { type: 'message.said' }>;

/** What the second turn says: the first has begun the conversation. */
function saidIn(manner: Manner, answered: Reply): Said[] {
  const flow = concerns(manner);
  const env = {
    nowMs: Date.parse('2026-11-23T10:00:00+05:30'),
    newId: () => 'wait',
    facts: defaultProductFacts,
    packs: languages,
    subflows: {},
    uploadLink: EXAMPLE_UPLOAD_LINK,
  };
  const begun = startSession({
    id: 'session',
    contactId: 'contact',
    flow,
    flowVersion: 1,
    language: 'en',
    timezone: 'Asia/Kolkata',
    nowMs: env.nowMs,
  });
  const { session } = runTurn(flow, begun, { type: 'started', by: 'business', reply: null }, env);
  const { events } = runTurn(flow, session, { type: 'replied', reply: answered }, env);
  return events.filter((event) => event.type === 'message.said');
}

function concerns(manner: Manner) {
  const data = { ask: [text('What else?')], answers: { objection_trust: [text('It stays yours.')] } };
  return flowSchema.parse({
    schemaVersion: 1,
    id: 'concerns',
    name: 'Concerns',
    languages: ['en'],
    defaultLanguage: 'en',
    start: 'concern',
    states: [
      { id: 'concern', type: 'converse', position: at, data: { ...data, answersFreely: true, ...manner } },
      { id: 'cheer', type: 'react', position: at, data: { emoji: '🙏' } },
      { id: 'bye', type: 'end', position: at, data: {} },
    ],
    transitions: [
      { id: 'thanks', from: 'concern', outcome: 'intent:thank', to: 'cheer' },
      { id: 'over', from: 'cheer', outcome: 'next', to: 'bye' },
    ],
    rules: [
      {
        id: 'questions',
        intents: ['ask_rate'],
        action: { type: 'answer', answers: { ask_rate: [text('From 8.5 %.')] }, afterwards: 'repeat' },
      },
    ],
  });
}
