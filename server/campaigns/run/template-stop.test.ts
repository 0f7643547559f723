import { expect, test } from 'vitest';
import { templateStop } from './template-stop';

const state = (language: string, status: string) => ({ name: 'offer', language, category: 'MARKETING', status });

test.each([
  ['PAUSED', 'template.paused'],
  ['DISABLED', 'template.disabled'],
  ['REJECTED', 'template.rejected'],
  ['APPROVED', undefined],
  ['PENDING', undefined],
])('a template that is %s', (status, reason) => {
  expect(templateStop({ name: 'offer', language: 'hi' }, [state('hi', status)])).toBe(reason);
});

test('another language or name does not matter, another text in the same language does', () => {
  expect(templateStop({ name: 'offer', language: 'hi' }, [state('en', 'PAUSED')])).toBeUndefined();
  expect(templateStop({ name: 'other', language: 'hi' }, [state('hi', 'PAUSED')])).toBeUndefined();
  expect(templateStop({ name: 'offer', language: 'en' }, [state('en_IN', 'PAUSED')])).toBe('template.paused');
  const two = [state('en_IN', 'PAUSED'), state('en_US', 'APPROVED')];
  expect(templateStop({ name: 'offer', language: 'en' }, two)).toBeUndefined();
});
