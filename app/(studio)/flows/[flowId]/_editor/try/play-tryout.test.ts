import { describe, expect, it } from 'vitest';
import { setText } from '@/flows/edit/set-text';
import { playTryout } from './play-tryout';
import { said, shippedFlow, trying, world } from './testdata/shipped';
import type { TryStart, TryStep } from './tryout';

const hello = 'Hi, I need a loan against my property';

describe('playTryout', () => {
  it('knows for each message which text of which state it is made of', () => {
    const { turns } = played([said('ನಮಸ್ಕಾರ, ನನ್ನ ಆಸ್ತಿ ಮೇಲೆ ಸಾಲ ಬೇಕು')], { language: 'kn' });
    const parts = turns.flatMap(({ bubbles }) => bubbles.flatMap((bubble) => bubble.parts));
    const saidEvents = turns.flatMap(({ events }) => events).filter(({ type }) => type === 'message.said');
    expect(parts).toHaveLength(saidEvents.length);
    expect(parts).toContainEqual({ textKey: 'introduction/say.0', state: 'introduction', language: 'kn' });
    expect(turns.at(-1)).toMatchObject({ step: 0, nth: 0, state: 'introduction', hasEnded: false });
  });

  it('says the same again, and something else when the text has been edited', () => {
    const target = { state: 'introduction', path: 'say.0.text', language: 'en' };
    const edited = setText(shippedFlow, target, 'Your property stays with you.');
    const before = played([said(hello)]);
    expect(played([said(hello)])).toEqual(before);
    const after = playTryout(edited, trying([said(hello)]), world);
    expect(JSON.stringify(after)).toContain('Your property stays with you.');
    expect(JSON.stringify(before)).not.toContain('Your property stays with you.');
  });

  it('begins at a state, with what is known there', () => {
    const slots = { property_type: 'house', property_value: 15_000_000, loan_amount_needed: 8_000_000 };
    const { turns } = played([], { state: 'property_details', slots, startedBy: 'business' });
    expect(turns[0]).toMatchObject({ step: -1, state: 'property_details', slots });
    expect(turns[0]?.bubbles.length).toBeGreaterThan(0);
  });

  it('lets time pass: what falls due fires at its own time', () => {
    const silence = { type: 'passed', seconds: 30 * 86_400 } as const;
    const { turns, clock } = played([said(hello), silence]);
    const fired = turns.filter(({ step }) => step === 1);
    expect(fired.map(({ nth }) => nth)).toEqual(fired.map((_, index) => index));
    expect(fired.length).toBeGreaterThan(0);
    expect(fired[0] && Date.parse(fired[0].at)).toBeLessThan(Date.parse(clock.now));
    expect(clock.now).toBe('2026-12-24T05:30:00.000Z');
  });

  it('tells how long it is until the timer and until nine in the morning', () => {
    const { clock } = played([said(hello)]);
    expect(clock.secondsToMorning).toBe(22 * 3_600);
    const { turns } = played([said(hello), { type: 'passed', seconds: clock.secondsToTimer ?? 1 }]);
    expect(turns.some(({ step }) => step === 1)).toBe(true);
  });

  it('counts a message as the intent that it was given', () => {
    const { turns } = played([said(hello), { type: 'said', texts: ['hmm'], understoodAs: 'not_interested' }]);
    expect(turns.at(-1)).toMatchObject({ state: 'not_interested', understanding: { confidence: 1 } });
  });

  it('does not deliver the next message and changes nothing else', () => {
    const fails: TryStep = { type: 'sendFails', code: '131047' };
    const [before] = played([said(hello)]).turns;
    const [after] = played([fails, said(hello)]).turns;
    expect(after?.bubbles[0]?.failure).toBe('131047');
    expect(after?.bubbles.slice(1).every(({ failure }) => failure === null)).toBe(true);
    expect(after?.state).toBe(before?.state);
    expect(after?.bubbles.map(({ messages }) => messages)).toEqual(before?.bubbles.map(({ messages }) => messages));
  });

  it('takes a tap for what its author meant by it', () => {
    const { turns } = played([said(hello), { type: 'tapped', id: 'introduction/shop', title: 'Shop' }]);
    expect(turns.at(-1)?.slots.property_type).toBe('shop');
  });
});

function played(steps: readonly TryStep[], start: Partial<TryStart> = {}) {
  return playTryout(shippedFlow, trying(steps, start), world);
}
