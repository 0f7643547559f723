import { expect, test } from 'vitest';
import { startSession } from '@/flows/engine/start-session';
import type { Intent } from '@/flows/schema/intents';
import { parseFlow } from '@/flows/schema/parse-flow';
import echoFlow from '@/server/testing/echo-flow.json';
import type { TurnReading } from '../understanding/turn-reader';
import { asAnswerToFirstWords } from './answer-to-first-words';
import type { TurnWork } from './turn-work';

const lastTurn = '2026-11-01T10:00:00.000Z';

test.each<[string, Intent, string | null, Intent]>([
  ['a yes after we wrote first is interest', 'affirm', '2026-11-15T10:00:00.000Z', 'interested'],
  ['a yes in a conversation stays one', 'affirm', '2026-10-15T10:00:00.000Z', 'affirm'],
  ['a yes of somebody whom we never wrote to first stays one', 'affirm', null, 'affirm'],
  ['a no is a no', 'deny', '2026-11-15T10:00:00.000Z', 'deny'],
])('%s', (_name, intent, reachedAt, heard) => {
  expect(asAnswerToFirstWords(readingOf(intent), workOf(reachedAt)).reply.understanding.intent).toBe(heard);
});

function workOf(reachedAt: string | null): TurnWork {
  const read = parseFlow(echoFlow);
  if (!read.ok) throw new Error('The flow can’t be read.');
  const id = { id: 'c', language: 'en', timezone: 'Asia/Kolkata' };
  const contact = {
    ...id,
    channel: 'whatsapp' as const,
    optedOutAt: null,
    handover: null,
    reachedAt,
    promisedAt: null,
    entry: null,
    replyHours: [],
  };
  const begun = { ...id, contactId: 'c', flow: read.flow, flowVersion: 1, nowMs: Date.parse(lastTurn) };
  const session = { state: startSession(begun), version: 1, wakeAt: null };
  return { contact, session, lastFlow: null, entries: [], more: false };
}

function readingOf(intent: Intent): TurnReading {
  const message = { id: 'm', at: lastTurn, content: { type: 'text' as const, text: 'Yes' } };
  const understanding = {
    engine: 'embedded' as const,
    reason: 'embedded.only' as const,
    language: 'en',
    script: 'latin' as const,
    intent,
    confidence: 1,
    alternatives: [],
    sentiment: 'neutral' as const,
    slots: {},
    sensitive: [],
    evidence: { rule: null, concepts: [] },
    other: null,
  };
  return { reply: { messages: [message], understanding, draft: null }, tokens: 0, costInr: 0 };
}
