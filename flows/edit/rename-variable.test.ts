import { describe, expect, it } from 'vitest';
import { languages } from '@/prompts/load-languages';
import { checkFlow } from '../check/check-flow';
import { diffFlows } from './diff-flows';
import { renameVariable } from './rename-variable';
import { setText } from './set-text';
import { flowOf, shippedFlow, smallFlow } from './testdata/flows';

describe('a variable under another name', () => {
  it('is read and filled under it everywhere', () => {
    const before = checkFlow(shippedFlow, { packs: languages });
    for (const { name } of shippedFlow.variables.slice(0, 2)) {
      const renamed = renameVariable(shippedFlow, name, `renamed_${name}`.slice(0, 60));
      expect(checkFlow(renamed, { packs: languages }).length).toBe(before.length);
      expect(JSON.stringify(renamed)).not.toMatch(new RegExp(`(?<![a-z_.])${name}(?![a-z_])`));
      expect(renameVariable(renamed, `renamed_${name}`.slice(0, 60), name)).toEqual(shippedFlow);
    }
  });

  const flow = flowOf({
    ...smallFlow,
    variables: [{ name: 'inr', kind: 'number' }],
    states: [
      ...smallFlow.states,
      {
        id: 'all',
        type: 'set',
        position: { x: 0, y: 0 },
        data: { assignments: [{ slot: 'inr', expression: 'inr + 1' }], clear: ['inr', 'name'] },
      },
      {
        id: 'call',
        type: 'call',
        position: { x: 0, y: 0 },
        data: { url: 'https://x.example/{{ inr | inr }}', save: [{ slot: 'inr', path: 'inr' }] },
      },
    ],
    transitions: [{ id: 'a', from: 'all', outcome: 'next', to: 'bye', condition: 'inr > 1 and "inr" == name' }],
  });

  it('is told from formats, paths and quoted words', () => {
    const renamed = renameVariable(flow, 'inr', 'count');
    expect(renamed.transitions[0]?.condition).toBe('count > 1 and "inr" == name');
    expect(renamed.states.slice(3).map(({ data }) => data)).toEqual([
      { assignments: [{ slot: 'count', expression: 'count + 1' }], clear: ['count', 'name'] },
      expect.objectContaining({ url: 'https://x.example/{{ count | inr }}', save: [{ slot: 'count', path: 'inr' }] }),
    ]);
  });

  it('does not make translations stale', () => {
    const target = { state: 'welcome', path: 'message.text' };
    const english = setText(flow, { ...target, language: 'en' }, 'You have {{ inr }}.');
    const both = setText(english, { ...target, language: 'kn' }, 'ನಿಮಗೆ {{ inr }}.');
    const stale = checkFlow(renameVariable(both, 'inr', 'count')).filter(({ code }) => code === 'translation.stale');
    expect(stale).toEqual([]);
  });

  it('is not given a name that is taken, or none', () => {
    for (const name of ['name', 'visits', 'and', 'inr', 'A', '']) expect(renameVariable(flow, 'inr', name)).toBe(flow);
    expect(renameVariable(flow, 'nothing', 'count')).toBe(flow);
    expect(diffFlows(flow, renameVariable(flow, 'inr', 'count')).length).toBeGreaterThan(3);
  });
});
