import { describe, expect, it } from 'vitest';
import shipped from '@/flows/library/loan-against-property.json';
import type { Flow } from '@/flows/schema/flow';
import { parseFlow } from '@/flows/schema/parse-flow';
import { noSelection } from '../selection';
import { keyOf, type OutlineRow, outlineRows } from './outline-rows';
import { isSelected, pathTo, rowsBetween, selectionAmong, selectionOf, toggled } from './things';

const flow = read(shipped);
const rows = outlineRows(flow, { turned: new Set(['notes']), found: null });
const [first, second, third] = rows.map(({ thing }) => thing);

describe('a selection in the outline', () => {
  it('is of one thing, and an outcome stands for its state', () => {
    for (const { thing } of rows) {
      const isAny = thing.type !== 'rules' && thing.type !== 'notes';
      expect(isSelected(thing, selectionOf(thing))).toBe(isAny);
    }
    expect(selectionOf({ type: 'outcome', state: 'initial', outcome: 'timeout' }).states).toEqual(['initial']);
  });

  it('takes more states, notes and groups in, and lets them go again', () => {
    if (!first || !second) throw new Error('The flow has too few states.');
    const two = toggled(selectionOf(first), second);
    expect(two.states).toHaveLength(2);
    expect(toggled(two, first).states).toEqual(toggled(noSelection, second).states);
    expect(toggled(two, { type: 'transition', id: 'x', state: 'a', outcome: 'b' })).toEqual({
      ...noSelection,
      transition: 'x',
    });
  });

  it('can be a range, from either end', () => {
    const keys = [first, third].map((thing) => (thing ? keyOf(thing) : ''));
    const range = (one = '', other = '') => rowsBetween(rows, one, other);
    expect(selectionAmong(range(keys[0], keys[1])).states).toHaveLength(3);
    expect(range(keys[1], keys[0])).toEqual(range(keys[0], keys[1]));
    const withNotes: readonly OutlineRow[] = rows.filter(
      ({ thing }) => thing.type === 'note' || thing.type === 'rules',
    );
    expect(selectionAmong(withNotes).notes).toHaveLength(flow.notes.length);
  });

  it('is found in the tree, inside what must be open to see it', () => {
    const [way] = flow.transitions;
    if (!way) throw new Error('The flow has no transition.');
    const groups = [{ id: 'g', name: 'G', states: [way.from], isCollapsed: false, colour: 'grey' as const }];
    const path = pathTo({ ...noSelection, transition: way.id }, { ...flow, groups });
    expect(path.map(({ type }) => type)).toEqual(['group', 'state', 'outcome', 'transition']);
    expect(pathTo({ ...noSelection, states: ['initial', 'closing'] }, flow)).toEqual([]);
    expect(pathTo(noSelection, flow)).toEqual([]);
  });
});

function read(document: unknown): Flow {
  const parsed = parseFlow(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.flow;
}
