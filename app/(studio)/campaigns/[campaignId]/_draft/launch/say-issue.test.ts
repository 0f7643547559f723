import { describe, expect, it } from 'vitest';
import { sayIssue, stepOf } from './say-issue';

describe('an issue of a plan', () => {
  it('names what it is about, numbers grouped the Indian way and languages by their names', () => {
    const values = { count: 150_000, languages: 'kn, ta' };
    expect(sayIssue({ code: 'language.fallsBack', values })).toBe(
      '1,50,000 people get it in another language than their own (ಕನ್ನಡ, தமிழ்).',
    );
    expect(sayIssue({ code: 'template.missing', values: { template: 'rate_drop' } })).toContain('“rate_drop”');
  });

  it.each([
    ['audience', 'people'],
    ['variants.0.variables.1', 'message'],
    ['entry', 'message'],
    ['schedule.budgetInr', 'schedule'],
    ['', null],
  ])('about “%s” is put right in %s', (path, step) => {
    expect(stepOf({ path })).toBe(step);
  });
});
