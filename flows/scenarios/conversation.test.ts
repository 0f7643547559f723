import { describe, expect, it } from 'vitest';
import { defaultProductFacts } from '@/prompts/facts/product-facts';
import { languages } from '@/prompts/load-languages';
import loanAgainstProperty from '../library/loan-against-property.json';
import { flow as flowSchema } from '../schema/flow';
import { loadReader } from '../understanding/load-reader';
import { Conversation } from './conversation';
import { runScenario } from './run-scenario';

const flow = flowSchema.parse(loanAgainstProperty);
const world = { subflows: {}, reader: loadReader(), packs: languages, facts: defaultProductFacts };

describe('a reply whose intent is given', () => {
  it('counts as that intent, for certain, and keeps the facts that were read', () => {
    const { reply, session } = atIntroduction().hear(
      [{ type: 'text', text: 'I have a house in Pune' }],
      'objection_cost',
    );
    expect(reply?.understanding).toMatchObject({ intent: 'objection_cost', confidence: 1, alternatives: [] });
    expect(session.slots.property_location?.value).toBe('Pune');
    expect(session.state).toBe('objection_handling');
  });

  it('is for that reply only', () => {
    const conversation = atIntroduction();
    conversation.hear([{ type: 'text', text: 'I have a house in Pune' }], 'objection_cost');
    expect(conversation.hear([{ type: 'text', text: 'yes' }]).reply?.understanding.intent).toBe('affirm');
  });

  it('stands in a scenario too', () => {
    const steps = [{ said: 'xyzzy', understoodAs: 'not_interested' as const, expect: { state: 'not_interested' } }];
    const scenario = { name: 'x', flow: flow.id, timezone: 'Asia/Kolkata', now: '2026-11-24T11:00:00+05:30' };
    const startAt = { state: 'introduction', slots: {} };
    const result = runScenario({ ...scenario, startedBy: 'business', startAt, steps }, flow, world);
    expect(result.failures).toEqual([]);
  });
});

function atIntroduction(): Conversation {
  const start = { flow, language: 'en', timezone: 'Asia/Kolkata', nowMs: Date.parse('2026-11-24T11:00:00+05:30') };
  const conversation = new Conversation({ ...start, startAt: { state: 'introduction', slots: {} } }, world);
  conversation.begin();
  return conversation;
}
