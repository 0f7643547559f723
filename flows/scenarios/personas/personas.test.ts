import { describe, expect, it } from 'vitest';
import { defaultProductFacts } from '@/prompts/facts/product-facts';
import { languages } from '@/prompts/load-languages';
import loanAgainstProperty from '../../library/loan-against-property.json';
import type { TurnEvent } from '../../schema/events';
import { flow as flowSchema } from '../../schema/flow';
import { loadReader } from '../../understanding/load-reader';
import { Conversation, type ConversationTurn } from '../conversation';
import { personas } from './personas';

const flow = flowSchema.parse(loanAgainstProperty);
const world = { subflows: {}, reader: loadReader(), packs: languages, facts: defaultProductFacts };

describe('personas', () => {
  it('have an id each and speak every language of the shipped flow', () => {
    expect(new Set(personas.map(({ id }) => id)).size).toBe(personas.length);
    expect([...new Set(personas.map(({ language }) => language))].sort()).toEqual([...flow.languages].sort());
  });

  it.each(personas)('$name keeps to the own language and is always answered', ({ language, lines }) => {
    for (const turn of played(lines, language)) {
      expect(turn.session.language).toBe(language);
      expect(
        turn.bubbles.length,
        turn.reply?.messages.map(({ content }) => JSON.stringify(content)).join(),
      ).toBeGreaterThan(0);
    }
  });

  it('come to what they are there for', () => {
    expect(intentsOf('lakshmi')).toContain('objection_risk');
    expect(intentsOf('rohit')).toContain('objection_time');
    expect(intentsOf('murugan').filter((intent) => intent.startsWith('objection_'))).toHaveLength(3);
    expect(eventsOf('anita').filter(({ type }) => type === 'question.answered').length).toBeGreaterThan(3);
    expect(eventsOf('venkat').filter(({ type }) => type === 'handover.requested').length).toBeGreaterThan(0);
  });
});

function played(lines: readonly string[], language: string): ConversationTurn[] {
  const start = { flow, language, timezone: 'Asia/Kolkata', nowMs: Date.parse('2026-11-24T11:00:00+05:30') };
  const conversation = new Conversation(start, world);
  return lines.map((text) => conversation.hear([{ type: 'text', text }]));
}

function turnsOf(id: string): ConversationTurn[] {
  const persona = personas.find((candidate) => candidate.id === id);
  return persona ? played(persona.lines, persona.language) : [];
}

function intentsOf(id: string): string[] {
  return turnsOf(id).map(({ reply }) => reply?.understanding.intent ?? '');
}

function eventsOf(id: string): readonly TurnEvent[] {
  return turnsOf(id).flatMap(({ events }) => events);
}
