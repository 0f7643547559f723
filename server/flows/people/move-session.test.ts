import { describe, expect, it } from 'vitest';
import { startSession } from '@/flows/engine/start-session';
import { parseFlow } from '@/flows/schema/parse-flow';
import type { Session } from '@/flows/schema/session';
import echoFlow from '@/server/testing/echo-flow.json';
import { moveSession } from './move-session';

const parsed = parseFlow(echoFlow);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
const { flow } = parsed;
const published = { flow, version: 2 };
const place = { id: 's', contactId: 'c', flow, flowVersion: 1, language: 'en', timezone: 'Asia/Kolkata', nowMs: 0 };
const asking = { type: 'reply', id: 'w', expects: ['city'], choices: [], deadlineAt: '2026-11-26T10:00:00Z' } as const;
const begun: Session = {
  ...startSession(place),
  turn: 3,
  wait: { ...asking, expects: [...asking.expects], choices: [] },
};

describe('moving a session to another version', () => {
  it('changes nothing but the version where the state is still there', () => {
    expect(moveSession(begun, published, {})).toEqual({ ...begun, flowVersion: 2 });
  });

  it('keeps the clock and the id of the wait in another state, and forgets what was asked', () => {
    const moved = moveSession({ ...begun, state: 'gone' }, published, { gone: 'asking' });
    expect(moved).toMatchObject({ state: 'asking', wait: { ...asking, expects: [] } });
  });

  it('keeps a timer as it is in another state', () => {
    const wait = { type: 'timer', id: 'w', until: '2026-11-26T10:00:00Z' } as const;
    expect(moveSession({ ...begun, state: 'gone', wait }, published, { gone: 'clock' })?.wait).toEqual(wait);
  });

  it('forgets ways back to states that are gone, and follows those that have a new place', () => {
    const returns = ['gone', 'old', 'rang'];
    expect(moveSession({ ...begun, returns }, published, { old: 'two' })?.returns).toEqual(['two', 'rang']);
  });

  it('begins a session that has had no turn where the new version begins', () => {
    expect(moveSession({ ...begun, turn: 0, state: 'gone' }, published, {})?.state).toBe('asking');
  });

  it('speaks the new version’s language where the old one is gone', () => {
    expect(moveSession({ ...begun, language: 'kn' }, published, {})?.language).toBe('en');
  });

  const effect = { type: 'http', method: 'GET', url: 'x', headers: {}, body: null, timeoutSeconds: 1 } as const;
  it.each<[string, Partial<Session>]>([
    ['in a state that is gone', { state: 'gone' }],
    ['in a state that an object happens to have', { state: 'toString' }],
    ['inside a subflow', { calls: [{ flowId: 'collect-address', returnTo: 'asking' }] }],
    ['waiting for an outside call', { wait: { type: 'effect', id: 'w', effect } }],
  ])('leaves one %s where it is', (_, part) => {
    expect(moveSession({ ...begun, ...part }, published, {})).toBeNull();
  });
});
