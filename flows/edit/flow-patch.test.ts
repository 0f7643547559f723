import { describe, expect, it } from 'vitest';
import { addState } from './add-state';
import { applyPatch, reversePatch } from './apply-patch';
import { connect } from './connect';
import { flowPatch, isEmptyPatch } from './flow-patch';
import { flowPatchSchema } from './flow-patch-schema';
import { groupStates } from './groups';
import { moveStates } from './move-states';
import { moveTransition } from './move-transition';
import { addNote } from './notes';
import { rebasePatch } from './rebase-patch';
import { removeStates } from './remove-states';
import { setFlowHead } from './set-flow-head';
import { setText } from './set-text';
import { shippedFlow, smallFlow } from './testdata/flows';
import { addVariable } from './variables';

const at = (language: string) => ({ state: 'welcome', path: 'message.text', language });
const position = { x: 0, y: 0 };

describe('a patch', () => {
  it('names what changed and nothing else, as JSON', () => {
    const after = setText(smallFlow, at('en'), 'Hello.');
    const patch = flowPatch(smallFlow, after);
    expect(JSON.parse(JSON.stringify(patch))).toEqual({
      states: { items: [{ id: 'welcome', before: smallFlow.states[0], after: after.states[0] }] },
      translatedFrom: [{ id: 'welcome/message.text', after: after.translatedFrom['welcome/message.text'] }],
    });
    expect(flowPatchSchema.parse(JSON.parse(JSON.stringify(patch)))).toEqual(patch);
    expect(isEmptyPatch(patch)).toBe(false);
    expect(isEmptyPatch(flowPatch(smallFlow, structuredClone(smallFlow)))).toBe(true);
  });

  it('makes the later flow of the earlier one, and the earlier one of the later', () => {
    const conditional = connect(smallFlow, { from: 'welcome', outcome: 'next', to: 'bye', condition: 'visits > 1' });
    const edits = [
      setFlowHead(smallFlow, { name: 'Other', start: 'bye' }),
      addNote(addVariable(smallFlow, { name: 'count', kind: 'number' }), { text: 'Note', position }),
      conditional,
      moveTransition(conditional, 'welcome:next', 'up'),
      groupStates(smallFlow, ['bye'], 'End'),
      removeStates(smallFlow, ['details']),
      { ...smallFlow, states: [...smallFlow.states].reverse() },
    ];
    for (const after of edits) {
      const patch = flowPatch(smallFlow, after);
      expect(applyPatch(smallFlow, patch)).toEqual(after);
    }
    for (const after of edits.slice(0, 3)) {
      expect(applyPatch(after, reversePatch(flowPatch(smallFlow, after)))).toEqual(smallFlow);
    }
  });

  it('leaves what it does not name the same objects', () => {
    const after = setText(shippedFlow, { state: 'introduction', path: 'say.0.text', language: 'kn' }, 'ಹೊಸದು');
    const applied = applyPatch(shippedFlow, flowPatch(shippedFlow, after));
    expect(applied.transitions).toBe(shippedFlow.transitions);
    expect(applied.states.filter((state, index) => state !== shippedFlow.states[index])).toHaveLength(1);
  });
});

describe('a patch on a flow that others have changed', () => {
  const mine = flowPatch(smallFlow, setText(smallFlow, at('kn'), 'ನಮಸ್ಕಾರ.'));

  it('keeps both where they do not touch', () => {
    const theirs = addState(setText(smallFlow, { ...at('kn'), state: 'bye' }, 'ಸರಿ.'), { type: 'say', position });
    const { flow, clashes } = rebasePatch(theirs, mine);
    expect(clashes).toEqual([]);
    expect(flow).toEqual(setText(theirs, at('kn'), 'ನಮಸ್ಕಾರ.'));
  });

  it('keeps mine where they do, and says so', () => {
    const { flow, clashes } = rebasePatch(setText(smallFlow, at('kn'), 'ಬನ್ನಿ.'), mine);
    expect(clashes.map(({ list, path }) => [list, ...path])).toEqual([
      ['states', 'welcome', 'data', 'message', 'text', 'kn'],
    ]);
    expect(flow.states[0]?.data).toMatchObject({ message: { text: { kn: 'ನಮಸ್ಕಾರ.' } } });
  });

  it('keeps what they removed when I changed it, and the other way round', () => {
    const removed = rebasePatch(removeStates(smallFlow, ['welcome']), mine);
    expect(removed.flow.states.map(({ id }) => id)).toContain('welcome');
    expect(removed.clashes).toContainEqual(expect.objectContaining({ place: { state: 'welcome' } }));
    const removal = flowPatch(smallFlow, removeStates(smallFlow, ['welcome']));
    const kept = rebasePatch(setText(smallFlow, at('kn'), 'ಬನ್ನಿ.'), removal);
    expect(kept.flow.states.map(({ id }) => id)).toContain('welcome');
    expect(kept.clashes).toContainEqual(expect.objectContaining({ place: { state: 'welcome' } }));
  });

  it('that is what it was made from is the later flow', () => {
    const after = moveStates(removeStates(smallFlow, ['details']), new Map([['bye', { x: 9, y: 9 }]]));
    expect(rebasePatch(smallFlow, flowPatch(smallFlow, after))).toEqual({ flow: after, clashes: [] });
  });
});
