import { describe, expect, it } from 'vitest';
import { words } from '@/app/_words/en';
import { sayRefusal } from './say-refusal';

describe('sayRefusal', () => {
  it('names the field as the screen does', () => {
    expect(sayRefusal('mostInrPerDay: Too big')).toBe('“Rupees for all contacts a day”: Too big');
  });

  it('does not say of a save that it is tried again', () => {
    expect(sayRefusal(words.problem.unreachable)).not.toContain('by ourselves');
  });

  it('leaves other sentences as they are', () => {
    expect(sayRefusal('The request is not valid: try again.')).toBe('The request is not valid: try again.');
    expect(sayRefusal('No colon at all')).toBe('No colon at all');
  });
});
