import { describe, expect, it } from 'vitest';
import { type Alignment, alignStates, distributeStates } from './align-states';
import { moveStates } from './move-states';
import { smallFlow } from './testdata/flows';

const ids = ['welcome', 'details', 'bye'];
const flow = moveStates(
  smallFlow,
  new Map([
    ['welcome', { x: 0, y: 100 }],
    ['details', { x: 50, y: 0 }],
    ['bye', { x: 400, y: 500 }],
  ]),
);
const sizeOf = (id: string) => (id === 'details' ? { width: 100, height: 40 } : { width: 200, height: 100 });
const spots = (given: typeof flow) => given.states.map(({ position }) => [position.x, position.y]);

describe('states', () => {
  it('are put on one line by their edges or middles', () => {
    const aligned: Readonly<Record<Alignment, number[][]>> = {
      left: [
        [0, 100],
        [0, 0],
        [0, 500],
      ],
      centre: [
        [200, 100],
        [250, 0],
        [200, 500],
      ],
      right: [
        [400, 100],
        [500, 0],
        [400, 500],
      ],
      top: [
        [0, 0],
        [50, 0],
        [400, 0],
      ],
      middle: [
        [0, 250],
        [50, 280],
        [400, 250],
      ],
      bottom: [
        [0, 500],
        [50, 560],
        [400, 500],
      ],
    };
    for (const how of ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const) {
      expect(spots(alignStates(flow, ids, how, sizeOf))).toEqual(aligned[how]);
    }
  });

  it('are spread so that the gaps between them are equal', () => {
    expect(spots(distributeStates(flow, ids, 'horizontally', sizeOf))).toEqual([
      [0, 100],
      [250, 0],
      [400, 500],
    ]);
    expect(spots(distributeStates(flow, ids, 'vertically', sizeOf))).toEqual([
      [0, 220],
      [50, 0],
      [400, 500],
    ]);
  });

  it('stay where they are when there is nothing to line up', () => {
    expect(alignStates(flow, ['bye'], 'left', sizeOf)).toBe(flow);
    expect(alignStates(flow, ['bye', 'nowhere'], 'left', sizeOf)).toBe(flow);
    expect(distributeStates(flow, ['welcome', 'bye'], 'vertically', sizeOf)).toBe(flow);
    const left = alignStates(flow, ids, 'left', sizeOf);
    expect(alignStates(left, ids, 'left', sizeOf)).toBe(left);
  });
});
