import { describe, expect, it } from 'vitest';
import { readerReason } from '@/flows/schema/understanding';
import { isFailure, sayReason } from './say-reason';

describe('sayReason', () => {
  it.each(readerReason.options)('has a sentence for %s, which names who was to read', (reason) => {
    expect(sayReason(reason)).toMatch(reason.startsWith('model.') ? /^Language model/ : /^Embedded reader/);
  });

  it('leaves a reason of tomorrow as it is', () => {
    expect(sayReason('model.asleep')).toBe('model.asleep');
    expect(sayReason('constructor')).toBe('constructor');
  });
});

describe('isFailure', () => {
  it('counts what a model did not answer, and nothing else', () => {
    const failures = readerReason.options.filter(isFailure);
    expect(failures).toContain('model.timeout');
    expect(failures).not.toContain('model.answered');
    expect(failures.every((reason) => reason.startsWith('model.'))).toBe(true);
  });
});
