import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Flow } from '../schema/flow';
import { applyPatch } from './apply-patch';
import { copyFragment } from './copy-fragment';
import { findInTexts } from './find-in-texts';
import { flowPatch } from './flow-patch';
import { flowPatchSchema } from './flow-patch-schema';
import { parseFragment } from './fragment';
import { addNote } from './notes';
import { pasteFragment } from './paste-fragment';
import { replaceInTexts } from './replace-in-texts';
import { setStateData } from './set-state-data';
import { setStateName } from './set-state-head';
import { setText } from './set-text';
import { anyWords } from './testdata/any-edit';
import { message, smallFlow } from './testdata/flows';
import { tableToTranslations, translationsToTable } from './translation-table';

const at = (language: string) => ({ state: 'welcome', path: 'message.text', language });
const position = { x: 0, y: 0 };
const longName = anyWords.filter((words) => words.trim() !== '').map((words) => words.repeat(200).slice(0, 200));
const dataOf = (flow: Flow, id: string) => flow.states.find((state) => state.id === id)?.data;

/** With these words as a translation, a name and a note. */
function worded(words: string, name: string): Flow {
  const text = setText(smallFlow, at('kn'), words);
  return addNote(setStateName(text, 'welcome', name), { text: words, position });
}

describe('any words', { timeout: 60_000 }, () => {
  it('are written as they are, alone or with all of a state', () => {
    fc.assert(
      fc.property(anyWords, longName, (words, name) => {
        const flow = worded(words, name);
        expect(dataOf(flow, 'welcome')).toEqual({ message: message('Welcome.', words) });
        expect(flow.states[0]?.name).toBe(name);
        expect(flow.notes[0]?.text).toBe(words);
        const data = { message: message('Welcome.', words) };
        expect(dataOf(setStateData(smallFlow, 'welcome', data), 'welcome')).toEqual(data);
      }),
    );
  });

  it('come through the clipboard', () => {
    fc.assert(
      fc.property(anyWords, longName, (words, name) => {
        const fragment = copyFragment(worded(words, name), ['welcome'], ['note']);
        const read = parseFragment(JSON.stringify(fragment));
        expect(read).toEqual(fragment);
        const { flow } = pasteFragment(smallFlow, read ?? fail(), position);
        expect(dataOf(flow, 'welcome_2')).toEqual({ message: message('Welcome.', words) });
        expect(flow.states.at(-1)?.name).toBe(name);
        expect(flow.notes[0]?.text).toBe(words);
      }),
    );
  });

  it('come through a journal', () => {
    fc.assert(
      fc.property(anyWords, longName, (words, name) => {
        const flow = worded(words, name);
        const patch = flowPatchSchema.parse(JSON.parse(JSON.stringify(flowPatch(smallFlow, flow))));
        expect(applyPatch(smallFlow, patch)).toEqual(flow);
      }),
    );
  });

  it('come through a spreadsheet', () => {
    fc.assert(
      fc.property(
        anyWords.filter((words) => words.trim() !== ''),
        longName,
        (words, name) => {
          const flow = worded(words, name);
          const file = `\uFEFF${Papa.unparse(translationsToTable(flow, flow.languages))}`;
          const rows = Papa.parse<string[]>(file).data;
          expect(tableToTranslations(flow, rows)).toEqual({ flow, changed: 0, problems: [] });
          const taken = tableToTranslations(smallFlow, rows);
          expect(dataOf(taken.flow, 'welcome')).toEqual({ message: message('Welcome.', words) });
        },
      ),
    );
  });

  it('are found where they stand, and replaced by what replaces them', () => {
    fc.assert(
      fc.property(anyWords, (words) => {
        const flow = setText(smallFlow, at('kn'), `« ${words} »`);
        const found = findInTexts(flow, `« ${words} »`, { isCaseSensitive: true, languages: ['kn'] });
        expect(found.map(({ ranges }) => ranges)).toEqual([[{ start: 0, end: words.length + 4 }]]);
        const replaced = replaceInTexts(smallFlow, 'ಸ್ವಾಗತ', words, { languages: ['kn'] });
        expect(dataOf(replaced, 'welcome')).toEqual({ message: message('Welcome.', `${words}.`) });
      }),
    );
  });
});

function fail(): never {
  throw new Error('The fragment was not read.');
}
