import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findInTexts } from '@/flows/edit/find-in-texts';
import { parseFlow } from '@/flows/schema/parse-flow';
import { findInSlices } from './find-in-slices';

const parsed = parseFlow(readFileSync('flows/library/loan-against-property.json', 'utf8'));
if (!parsed.ok) throw new Error('The shipped flow is one.');
const { flow } = parsed;

it.each(['loan', 'ಸಾಲ', 'no such word'])('finds "%s" where a search at once finds it, in several slices', (query) => {
  const slices = [...findInSlices(flow, query, {})];
  expect(slices.length).toBeGreaterThan(2);
  expect(slices.flat()).toEqual(findInTexts(flow, query));
});

it('finds nothing for an empty query', () => {
  expect([...findInSlices(flow, '', {})]).toEqual([]);
});
