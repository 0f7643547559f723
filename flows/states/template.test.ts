import { expect, it } from 'vitest';
import { defaultProductFacts } from '@/prompts/facts/product-facts';
import { languages } from '@/prompts/load-languages';
import { EXAMPLE_UPLOAD_LINK } from '../engine/env';
import { runTurn } from '../engine/run-turn';
import { startSession } from '../engine/start-session';
import { makeReply } from '../engine/testdata/make-reply';
import { flow as flowSchema } from '../schema/flow';

const at = { x: 0, y: 0 };
const NOW_MS = Date.parse('2026-11-23T10:00:00+05:30');

it('means by a tap on its quick reply what its author wrote beside it, in whatever language the button is', () => {
  const session = startSession({
    id: 'session',
    contactId: 'contact',
    flow,
    flowVersion: 1,
    language: 'en',
    timezone: 'Asia/Kolkata',
    nowMs: NOW_MS,
  });
  const begun = runTurn(flow, session, { type: 'started', by: 'business', reply: null }, env);
  const said = begun.events.find((event) => event.type === 'message.said');
  const [button] = said?.content.type === 'template' ? (said.content.buttons ?? []) : [];
  const content = { type: 'choice' as const, id: button?.value ?? '', title: 'ನಂತರ' };
  const reply = makeReply({ intent: 'out_of_scope', content });
  const { session: after, events } = runTurn(flow, begun.session, { type: 'replied', reply }, env);
  expect(events).toContainEqual(expect.objectContaining({ type: 'choice.taken', choice: 'reminder/later' }));
  expect(after.state).toBe('later');
});

const env = {
  nowMs: NOW_MS,
  newId: () => 'wait',
  facts: defaultProductFacts,
  packs: languages,
  subflows: {},
  uploadLink: EXAMPLE_UPLOAD_LINK,
};

const flow = flowSchema.parse({
  schemaVersion: 1,
  id: 'reminders',
  name: 'Reminders',
  languages: ['en'],
  defaultLanguage: 'en',
  start: 'reminder',
  states: [
    {
      id: 'reminder',
      type: 'template',
      position: at,
      data: {
        name: 'document_reminder',
        buttons: [{ type: 'quickReply', place: 1, id: 'later', intent: 'follow_up_later' }],
      },
    },
    { id: 'listen', type: 'converse', position: at, data: {} },
    { id: 'later', type: 'end', position: at, data: {} },
  ],
  transitions: [
    { id: 'sent', from: 'reminder', outcome: 'next', to: 'listen' },
    { id: 'later', from: 'listen', outcome: 'family:follow_up_later', to: 'later' },
  ],
});
