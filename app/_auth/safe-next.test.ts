import { expect, test } from 'vitest';
import { safeNext } from './safe-next';

test('a path of this site is kept with everything behind it', () => {
  expect(safeNext('/leads?stage=new#top')).toBe('/leads?stage=new#top');
});

test.each([
  'https://other.site/leads',
  '//other.site',
  '/\\other.site',
  '/\t/other.site',
  '/.//other.site',
  'javascript:alert(1)',
  '',
  undefined,
  ['/a', '/b'],
  '/sign-in?next=/sign-in',
  '/second-factor',
])('whatever leads elsewhere, or in a circle, becomes the first page: %j', (next) => {
  expect(safeNext(next)).toBe('/');
});
