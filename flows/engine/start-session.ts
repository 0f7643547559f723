import type { Flow } from '../schema/flow';
import type { LanguageCode } from '../schema/language';
import type { Session } from '../schema/session';
import { NEUTRAL_INTEREST } from './interest';

/** Where a session begins when it does not begin at the flow's start. */
export type SessionStart = Readonly<{
  id: string;
  contactId: string;
  flow: Flow;
  /** 0 for a draft. */
  flowVersion: number;
  language: LanguageCode;
  timezone: string;
  nowMs: number;
  /** Begin here instead of at the flow's start. */
  state?: string;
}>;

/** A session that has not had its first turn: give it to `runTurn` with the input `started`. */
export function startSession(start: SessionStart): Session {
  const at = new Date(start.nowMs).toISOString();
  const { languages, defaultLanguage } = start.flow;
  return {
    id: start.id,
    contactId: start.contactId,
    flowId: start.flow.id,
    flowVersion: start.flowVersion,
    status: 'active',
    state: start.state ?? start.flow.start,
    wait: null,
    language: languages.includes(start.language) ? start.language : defaultLanguage,
    timezone: start.timezone,
    slots: {},
    returns: [],
    calls: [],
    visits: {},
    said: {},
    consents: {},
    interest: NEUTRAL_INTEREST,
    turn: 0,
    turnsInHour: { hour: 0, count: 0 },
    startedAt: at,
    updatedAt: at,
  };
}
