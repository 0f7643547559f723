import { describe, expect, it } from 'vitest';
import { mergeFlows } from '@/flows/edit/merge-flows';
import { removeState } from '@/flows/edit/remove-state';
import { setText } from '@/flows/edit/set-text';
import type { Flow } from '@/flows/schema/flow';
import { parseFlow } from '@/flows/schema/parse-flow';
import { groupClashes } from './clash-view';

const base = read();
const kannada = { state: 'welcome', path: 'message.text', language: 'kn' };
const clashesOf = (mine: Flow, theirs: Flow) => {
  const { clashes, flow } = mergeFlows(base, mine, theirs);
  return groupClashes(clashes, flow);
};

describe('clashes', () => {
  it('are shown state by state, with the three sides of a text and its language', () => {
    const groups = clashesOf(setText(base, kannada, 'ಬನ್ನಿ.'), setText(base, kannada, 'ನಮಸ್ಕಾರ.'));
    expect(groups).toMatchObject([
      {
        owner: 'Greeting',
        clashes: [
          {
            what: 'Kannada text of message.text',
            language: 'kn',
            base: 'ಸ್ವಾಗತ.',
            mine: 'ಬನ್ನಿ.',
            theirs: 'ನಮಸ್ಕಾರ.',
          },
        ],
      },
    ]);
  });

  it('show a side that removed the whole state as not there', () => {
    const mine = removeState(base, 'welcome');
    const groups = clashesOf(mine, setText(base, kannada, 'ನಮಸ್ಕಾರ.'));
    const [clash] = groups.find(({ owner }) => owner === 'Greeting')?.clashes ?? [];
    expect(clash).toMatchObject({ what: 'all of it', language: null, mine: undefined });
    expect(clash?.theirs).toContain('ನಮಸ್ಕಾರ.');
  });

  it('of the flow itself have a group of their own', () => {
    const groups = clashesOf({ ...base, name: 'Mine' }, { ...base, name: 'Theirs' });
    expect(groups).toMatchObject([
      { owner: 'The whole flow', clashes: [{ what: 'name', base: 'Small', mine: 'Mine', theirs: 'Theirs' }] },
    ]);
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
      { id: 'welcome', name: 'Greeting', type: 'say', position: at, data: { message } },
      { id: 'bye', type: 'end', position: at, data: { message } },
    ],
    transitions: [{ id: 'welcome:next', from: 'welcome', outcome: 'next', to: 'bye' }],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.flow;
}
