import { describe, expect, it } from 'vitest';
import { checkFlow } from '../check/check-flow';
import { parseFlow } from '../schema/parse-flow';
import { copyFragment } from './copy-fragment';
import { type Fragment, parseFragment } from './fragment';
import { groupStates } from './groups';
import { addNote } from './notes';
import { pasteFragment } from './paste-fragment';
import { setFlowHead } from './set-flow-head';
import { setText } from './set-text';
import { flowOf, message, shippedFlow, smallFlow } from './testdata/flows';

const at = { x: 1_000, y: 500 };
const bye = smallFlow.states.find(({ id }) => id === 'bye');

function copied(...[flow, ids, notes]: Parameters<typeof copyFragment>): Fragment {
  const fragment = copyFragment(flow, ids, notes);
  const read = fragment && parseFragment(JSON.stringify(fragment));
  if (!read) throw new Error('Nothing was copied.');
  expect(read).toEqual(fragment);
  return read;
}

describe('states that are copied and pasted', () => {
  it('into the same flow get new names, keep the ways among them, and lead on to what was not taken along', () => {
    const { flow, pasted, broken } = pasteFragment(smallFlow, copied(smallFlow, ['welcome', 'details']), at);
    expect(pasted).toEqual(['welcome_2', 'details_2']);
    expect(flow.transitions.slice(2)).toEqual([
      { id: 'welcome_2:next', from: 'welcome_2', outcome: 'next', to: 'details_2' },
      { id: 'details_2:family:interested', from: 'details_2', outcome: 'family:interested', to: 'bye' },
    ]);
    expect(broken).toEqual([]);
    expect(flow.states.slice(3).map(({ position }) => position)).toEqual([at, at]);
  });

  it('into another flow keep their names, bring the variables they use, and tell which ways lead nowhere', () => {
    const ids = ['qualifying', 'work_out_ltv'];
    const { flow, pasted, broken } = pasteFragment(smallFlow, copied(shippedFlow, ids), at);
    expect(pasted).toEqual(ids);
    expect(flow.variables.map(({ name }) => name)).toContain('ltv_percent');
    expect(checkFlow(flow).filter(({ code }) => code === 'expression.unknown_name')).toEqual([]);
    expect(broken).toContainEqual({ from: 'qualifying', outcome: expect.any(String), to: expect.any(String) });
    expect(parseFlow(flow)).toEqual({ ok: true, flow });
    const states = new Set<string>(flow.states.map(({ id }) => id));
    expect(flow.transitions.filter(({ to }) => to !== '@back' && !states.has(to))).toEqual([]);
  });

  it('keep the order in which the ways of an outcome are tried', () => {
    const [first, ...others] = smallFlow.transitions;
    const conditional = { ...first, id: 'first', to: 'bye', condition: 'visits > 1' };
    const flow = flowOf({ ...smallFlow, transitions: [conditional, first, ...others] });
    const { flow: grown } = pasteFragment(flow, copied(flow, ['welcome', 'details']), at);
    expect(grown.transitions.slice(3, 5).map(({ to }) => to)).toEqual(['bye', 'details_2']);
  });

  it('bring their notes and the groups that came whole', () => {
    const grouped = groupStates(smallFlow, ['welcome'], 'Hello');
    const noted = addNote(groupStates(grouped, ['details', 'bye'], 'Rest'), {
      text: 'See',
      position: { x: 100, y: 50 },
    });
    const { flow } = pasteFragment(noted, copied(noted, ['welcome', 'details'], ['note']), at);
    expect(flow.groups.slice(2)).toEqual([
      { id: 'group_3', name: 'Hello', states: ['welcome_2'], isCollapsed: false, colour: 'grey' },
    ]);
    expect(flow.notes[1]).toMatchObject({ id: 'note_2', text: 'See', position: { x: 1_100, y: 550 } });
  });

  it('keep stale translations stale, also where another language is the flow’s own', () => {
    const stale = setText(smallFlow, { state: 'welcome', path: 'message.text', language: 'en' }, 'Hello.');
    const kannada = setFlowHead(smallFlow, { defaultLanguage: 'kn' });
    const codes = [smallFlow, kannada].map((target) => {
      const { flow } = pasteFragment(target, copied(stale, ['welcome', 'bye']), at);
      return checkFlow(flow)
        .filter(({ code }) => code === 'translation.stale')
        .map(({ place }) => [place.state, place.language]);
    });
    expect(codes).toEqual([[['welcome_2', 'kn']], [['welcome_2', 'en']]]);
  });

  it('keep texts in languages that the flow lacks', () => {
    const english = flowOf({ ...smallFlow, languages: ['en'], states: smallFlow.states.slice(0, 1), transitions: [] });
    const { flow } = pasteFragment(english, copied(smallFlow, ['bye']), at);
    expect(flow.states[1]?.data).toEqual({ message: message('Bye.', 'ಬರುತ್ತೇವೆ.'), reason: 'finished' });
  });

  it('come back as they were when they were cut out', () => {
    const fragment = copied(shippedFlow, ['say_emi']);
    const left = { ...shippedFlow, states: shippedFlow.states.filter(({ id }) => id !== 'say_emi') };
    const { flow, pasted } = pasteFragment(left, fragment, { x: 0, y: 0 });
    expect(pasted).toEqual(['say_emi']);
    expect({ ...flow.states.at(-1), position: null }).toEqual({
      ...shippedFlow.states.find(({ id }) => id === 'say_emi'),
      position: null,
    });
  });

  it('add nothing to a flow that has no room', () => {
    const states = Array.from({ length: 4_999 }, (_, index) => ({ ...bye, id: `s${index}` }));
    const full = flowOf({ ...smallFlow, states });
    const pasted = pasteFragment(full, copied(smallFlow, ['welcome', 'bye']), at);
    expect(pasted).toEqual({ flow: full, pasted: [], broken: [] });
    expect(pasted.flow).toBe(full);
  });
});

describe('the text of a clipboard', () => {
  const fragment = copied(smallFlow, ['welcome']);

  it('that is no fragment is none', () => {
    expect(copyFragment(smallFlow, ['nowhere'])).toBe(null);
    const [welcome] = fragment.states;
    const wrong = [
      { ...fragment, schemaVersion: 2 },
      { ...fragment, states: [] },
      { ...fragment, states: [welcome, welcome] },
      { ...fragment, states: [{ ...welcome, type: 'unheard' }] },
      { ...fragment, more: 1 },
    ].map((value) => JSON.stringify(value));
    const texts = ['', 'vaarta/states', '{"kind":"vaarta/states"', '{"__proto__":{"kind":"vaarta/states"}}', ...wrong];
    for (const text of texts) expect(parseFragment(text)).toBe(null);
  });

  it('with ways from or to nowhere pastes without them', () => {
    const way = { id: 'x', from: 'ghost', outcome: 'next', to: 'welcome' };
    const { flow, broken } = pasteFragment(
      smallFlow,
      { ...fragment, transitions: [way, { ...way, from: 'welcome', to: 'ghost' }] },
      at,
    );
    expect(flow.transitions).toEqual(smallFlow.transitions);
    expect(broken).toEqual([{ from: 'welcome_2', outcome: 'next', to: 'ghost' }]);
  });
});
