import { describe, expect, it } from 'vitest';
import { sayReason, sayStatusReason, sayStep } from './say-step';

describe('a plan’s steps in words', () => {
  it('say how many days, and below one how many hours', () => {
    expect(sayStep({ code: 'time.flow', days: 14 })).toBe('The drawing says: after 14 days.');
    expect(sayStep({ code: 'time.rule', days: 1 })).toBe('The usual time for this reason: after a day.');
    expect(sayStep({ code: 'time.flow', days: 0.9 })).toBe('The drawing says: after 22 hours.');
  });

  it('say what interest and habit changed', () => {
    expect(sayStep({ code: 'interest.nearer', days: 1, interest: 0.8 })).toBe('A day sooner: their interest is 80%.');
    expect(sayStep({ code: 'hour.best', hour: 17, replies: 6 })).toMatch(/^At 5 pm, .*6 messages/);
  });

  it('name the day that was in the way', () => {
    expect(sayStep({ code: 'moved.weekday', weekday: 7 })).toContain('Sunday');
    expect(sayStep({ code: 'moved.holiday', date: '2027-01-26', name: 'Republic Day' })).toMatch(
      /26 Jan is Republic Day/,
    );
  });

  it('say why it was put off', () => {
    const step = { code: 'sending.putOff', reason: 'reach.tooOften', until: '2027-01-26T10:00:00+05:30' } as const;
    expect(sayStep(step)).toContain('written to lately');
  });
});

it('leaves what it does not know as it is', () => {
  expect(sayReason('wedding_in_may')).toBe('wedding in may');
  expect(sayStatusReason('meteor.fell')).toBe('It was stopped: meteor.fell.');
});
