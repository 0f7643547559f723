import type { Session } from '@/flows/schema/session';
import type { Understanding } from '@/flows/schema/understanding';
import type { Reader, UnderstandingContext } from '@/flows/understanding/understand';
import { defaultProductFacts } from '@/prompts/facts/product-facts';
import type { LanguagePack } from '@/prompts/language-pack';
import { readSettings } from '../start/settings';
import { configuredModel } from './model/configured-model';
import { defaultUnderstandingSettings, type UnderstandingSettings } from './settings/understanding-settings';
import { createTurnReader } from './turn-reader';

/** Reads one message outside any conversation. */
export type LineReader = (text: string, context: UnderstandingContext) => Promise<Understanding>;

/**
 * Reads lines with a model, without a database: nothing is budgeted or recorded. Null when a model was asked for and none is
 * configured; `auto` then does without.
 */
export function createLineReader(
  engine: UnderstandingSettings['engine'],
  reader: Reader,
  packs: Readonly<Record<string, LanguagePack>>,
): LineReader | null {
  readSettings();
  const model = configuredModel();
  if (model === null && engine === 'llm') return null;
  const read = createTurnReader({
    reader,
    facts: defaultProductFacts,
    packs,
    settings: { ...defaultUnderstandingSettings, engine },
    model,
    history: async () => [],
    spent: async () => ({ contactTokens: 0, totalInr: 0 }),
    record: async () => {},
  });
  return async (text, context) => {
    const messages = [{ id: MESSAGE, at: context.now, content: { type: 'text' as const, text } }];
    const session = sessionWaiting(context);
    const turn = { contactId: session.contactId, messages, session, mayReply: false, nowMs: Date.parse(context.now) };
    return (await read(turn)).reply.understanding;
  };
}

const MESSAGE = 'line';

/** A session that knows nothing but what was just asked. */
function sessionWaiting({ language, expects, now, timezone }: UnderstandingContext): Session {
  const wait = { type: 'reply' as const, id: 'wait', expects: [...expects], choices: [], deadlineAt: null };
  const nothing = { slots: {}, returns: [], calls: [], visits: {}, said: {}, consents: {} };
  const place = {
    id: 'line',
    contactId: 'line',
    flowId: 'line',
    flowVersion: 0,
    status: 'active' as const,
    state: 'line',
  };
  const times = { turn: 1, turnsInHour: { hour: 0, count: 0 }, startedAt: now, updatedAt: now };
  return { ...place, ...nothing, ...times, wait, language, timezone, interest: 0.5 };
}
