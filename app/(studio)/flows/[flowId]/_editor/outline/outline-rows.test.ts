import { describe, expect, it } from 'vitest';
import { setText } from '@/flows/edit/set-text';
import shipped from '@/flows/library/loan-against-property.json';
import type { Flow } from '@/flows/schema/flow';
import { parseFlow } from '@/flows/schema/parse-flow';
import { keepSameRows, outlineRows } from './outline-rows';
import { searchOutline } from './search-outline';

const flow = read(shipped);
const closed = { turned: new Set<string>(), found: null };

describe('the rows of the outline', () => {
  it('list every state, then the rules and the notes', () => {
    const rows = outlineRows(flow, closed);
    expect(rows.filter(({ thing }) => thing.type === 'state').map(({ thing }) => 'id' in thing && thing.id)).toEqual(
      flow.states.map(({ id }) => id),
    );
    expect(rows.slice(-2).map(({ key }) => key)).toEqual(['rules', 'notes']);
    expect(rows.every(({ size }) => size === rows.length)).toBe(true);
    expect(rows.map(({ position }) => position)).toEqual(rows.map((_, index) => index + 1));
  });

  it('show the outcomes of an opened state, and where each leads', () => {
    const rows = outlineRows(flow, { ...closed, turned: new Set(['state:introduction']) });
    const at = rows.findIndex(({ key }) => key === 'state:introduction');
    const [state, outcome, way] = rows.slice(at, at + 3);
    expect(state).toMatchObject({ level: 1, isExpanded: true });
    expect(outcome).toMatchObject({ level: 2, parent: 'state:introduction', position: 1, isExpanded: true });
    expect(way).toMatchObject({ level: 3, parent: outcome?.key, thing: { type: 'transition', state: 'introduction' } });
  });

  it('put the states of a group below it, where its first state stood', () => {
    const groups = [
      { id: 'g', name: 'Money', states: ['qualifying', 'initial'], isCollapsed: true, colour: 'grey' as const },
    ];
    const rows = outlineRows({ ...flow, groups }, closed);
    expect(rows.slice(0, 3).map(({ key, level }) => `${level} ${key}`)).toEqual([
      '1 group:g',
      '2 state:qualifying',
      '2 state:initial',
    ]);
    const keys = rows.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('show only what was found, whatever group it is in', () => {
    const found = searchOutline(flow, 'objection', 'en');
    const rows = outlineRows(flow, { ...closed, found });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBeLessThan(flow.states.length);
    expect(rows.every(({ level }) => level === 1)).toBe(true);
  });

  it('are the very same after a text was edited elsewhere', () => {
    const before = outlineRows(flow, { ...closed, turned: new Set(['state:introduction']) });
    const edited = setText(flow, { state: 'introduction', path: 'say.0.text', language: 'kn' }, 'ಹೊಸದು');
    expect(edited).not.toBe(flow);
    const after = outlineRows(edited, { ...closed, turned: new Set(['state:introduction']) });
    expect(keepSameRows(before, after)).toBe(before);
  });

  it('that did not change stay the same when others come', () => {
    const before = outlineRows(flow, closed);
    const after = keepSameRows(before, outlineRows(flow, { ...closed, turned: new Set(['rules']) }));
    expect(after.length).toBe(before.length + flow.rules.length);
    expect(after[0]).toBe(before[0]);
  });
});

function read(document: unknown): Flow {
  const parsed = parseFlow(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.flow;
}
