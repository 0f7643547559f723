import { describe, expect, it } from 'vitest';
import type { StateTraffic } from '../live-types';
import { byCount, byDropOff, hasShares } from './order-traffic';
import { trafficToLit } from './traffic-to-lit';
import { writeStay } from './write-stay';

const states: readonly StateTraffic[] = [
  { state: 'initial', sessions: 40, visits: 41, medianSeconds: 30, endedHere: 2 },
  { state: 'empty', sessions: 0, visits: 0, medianSeconds: null, endedHere: 0 },
  { state: 'closing', sessions: 10, visits: 10, medianSeconds: null, endedHere: 10 },
  { state: 'middle', sessions: 20, visits: 20, medianSeconds: 5, endedHere: 0 },
];
const transitions = [
  { transition: 'b', sessions: 3, times: 9 },
  { transition: 'a', sessions: 12, times: 12 },
];

describe('traffic', () => {
  it('lights the canvas by sessions, with shares between nothing and all', () => {
    const lit = trafficToLit({ sessions: 40, states: [...states], transitions });
    expect(lit.most).toBe(12);
    expect(lit.transitions.get('b')).toBe(3);
    expect(lit.states.get('initial')).toEqual({ sessions: 40, droppedShare: 0.05, medianSeconds: 30 });
    expect(lit.states.get('empty')?.droppedShare).toBe(0);
    expect(lit.states.get('closing')?.droppedShare).toBe(1);
  });

  it('lists where most are lost first, and what most took', () => {
    expect(byDropOff(states).map(({ state }) => state)).toEqual(['closing', 'initial', 'middle', 'empty']);
    expect(byCount(transitions).map(({ transition }) => transition)).toEqual(['a', 'b']);
  });

  it('speaks of shares from twenty sessions on', () => {
    expect([19, 20].map(hasShares)).toEqual([false, true]);
  });

  it.each([
    [0, '0 s'],
    [90, '90 s'],
    [300, '5 min'],
    [7_300, '2 h'],
    [200_000, '2 d'],
  ])('writes a stay of %s seconds as %s', (seconds, written) => {
    expect(writeStay(seconds)).toBe(written);
  });
});
