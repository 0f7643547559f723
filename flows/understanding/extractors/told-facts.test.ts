import { describe, expect, it } from 'vitest';
import type { SlotName } from '@/flows/schema/slots';
import { slotsOf } from '../testdata/reader';
import toldFacts from '../testdata/told-facts.json';

type Message = Readonly<{ text: string; expects?: SlotName; slots: Readonly<Record<string, unknown>> }>;

// Messages and every fact that they tell: two amounts each to its slot, corrections, running loans, ages that are no
// tenure, other people's money, times of calls, areas in any unit. Thursday 26 November 2026, 11:00.
describe.each(Object.entries<readonly Message[]>(toldFacts))('a message in %s', (language, messages) => {
  it.each(messages)('tells just its facts: $text', ({ text, expects, slots }) => {
    const changes = { language, now: '2026-11-26T11:00:00+05:30', expects: expects === undefined ? [] : [expects] };
    expect(slotsOf(text, changes)).toEqual(slots);
  });
});
