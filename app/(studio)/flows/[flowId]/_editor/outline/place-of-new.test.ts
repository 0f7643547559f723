import { expect, it } from 'vitest';
import { addState } from '@/flows/edit/add-state';
import shipped from '@/flows/library/loan-against-property.json';
import type { Flow } from '@/flows/schema/flow';
import { parseFlow } from '@/flows/schema/parse-flow';
import { placeOfNew } from './place-of-new';

const flow = read(shipped);
const nowhere = { x: 0, y: 0 };

it('a new state stands right of the one that leads to it, and on no other', () => {
  const request = { type: 'lead', from: 'opted_out', outcome: 'next', at: nowhere } as const;
  const from = flow.states.find(({ id }) => id === request.from)?.position;
  const first = placeOfNew(flow, request, undefined);
  expect(first.x).toBeGreaterThan(from?.x ?? 0);
  const second = placeOfNew(addState(flow, { type: 'say', position: first }), request, undefined);
  expect(second).not.toEqual(first);
});

it('without a state before it, it stands where the canvas looks, or below everything', () => {
  const request = { type: 'add', at: nowhere } as const;
  expect(placeOfNew(flow, request, { x: 7, y: 9 })).toEqual({ x: 7, y: 9 });
  const below = placeOfNew(flow, request, undefined);
  expect(flow.states.every(({ position }) => position.y < below.y)).toBe(true);
});

function read(document: unknown): Flow {
  const parsed = parseFlow(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.flow;
}
