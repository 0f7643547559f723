import { describe, expect, it } from 'vitest';
import { connect } from '@/flows/edit/connect';
import { disconnect } from '@/flows/edit/disconnect';
import { moveStates } from '@/flows/edit/move-states';
import { removeState } from '@/flows/edit/remove-state';
import { setText } from '@/flows/edit/set-text';
import type { Flow } from '@/flows/schema/flow';
import { parseFlow } from '@/flows/schema/parse-flow';
import { createEditorStore } from '../editor-store';
import { compareFlows } from './comparison';
import { takeBack, takeBackGroup } from './take-back';

const earlier = read();
const kannada = { state: 'welcome', path: 'message.text', language: 'kn' };
const open = (flow: Flow) => createEditorStore({ flow, savedAt: null, hasModel: false });

describe('taking back', () => {
  it('is an edit of the draft with the name of what it takes back', () => {
    const store = open(setText(earlier, kannada, 'ಬನ್ನಿ.'));
    expect(takeBack(store, earlier, { kind: 'changed', place: kannada })).toBe(true);
    expect(store.getState().history.map(({ label }) => label)).toEqual(['Take back Kannada text of welcome']);
    expect(store.getState().flow.states).toEqual(earlier.states);
    store.getState().undo();
    expect(store.getState().flow.states).not.toEqual(earlier.states);
  });

  it('says when there is nothing to take back any more', () => {
    expect(takeBack(open(earlier), earlier, { kind: 'changed', place: kannada })).toBe(false);
  });

  it('of a whole group brings back texts, place and transitions in one edit', () => {
    const moved = moveStates(setText(earlier, kannada, 'ಬನ್ನಿ.'), new Map([['welcome', { x: 5, y: 5 }]]));
    const later = connect(disconnect(moved, ['welcome:next']), { from: 'welcome', outcome: 'other', to: 'bye' });
    const store = open(later);
    const [group] = compareFlows(earlier, later).groups;
    if (!group) throw new Error('Nothing differs.');
    expect(takeBackGroup(store, earlier, group)).toBe(true);
    expect(store.getState().flow).toEqual(earlier);
    expect(store.getState().history).toHaveLength(1);
  });

  it('of a state that is gone brings it back', () => {
    const later = removeState(earlier, 'bye');
    const store = open(later);
    const group = compareFlows(earlier, later).groups.find(({ id }) => id === 'state:bye');
    if (!group) throw new Error('Nothing differs.');
    takeBackGroup(store, earlier, group);
    expect(store.getState().flow).toEqual(earlier);
  });
});

function read(): Flow {
  const at = { x: 0, y: 0 };
  const message = { type: 'text', text: { en: 'Welcome.', kn: 'ಸ್ವಾಗತ.' } };
  const parsed = parseFlow({
    schemaVersion: 1,
    id: 'small',
    name: 'Small',
    languages: ['en', 'kn'],
    defaultLanguage: 'en',
    start: 'welcome',
    states: [
      { id: 'welcome', type: 'say', position: at, data: { message } },
      { id: 'bye', type: 'end', position: at, data: { message } },
    ],
    transitions: [{ id: 'welcome:next', from: 'welcome', outcome: 'next', to: 'bye' }],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.flow;
}
