import { describe, expect, it } from 'vitest';
import { checkFlow } from '../check/check-flow';
import type { Flow } from '../schema/flow';
import { setStateName } from './set-state-head';
import { setText } from './set-text';
import { shippedFlow, smallFlow } from './testdata/flows';
import { tableToTranslations, translationsToTable } from './translation-table';

const at = (language: string) => ({ state: 'welcome', path: 'message.text', language });
const table = translationsToTable(smallFlow, ['kn']);
const stale = (flow: Flow) => checkFlow(flow).filter(({ code }) => code === 'translation.stale');

/** The table with one cell written anew. */
function withCell(row: number, column: number, text: string): string[][] {
  return table.map((cells, index) => (index === row ? cells.with(column, text) : cells));
}

describe('a table for a translator', () => {
  it('has a head and a row for each text', () => {
    expect(translationsToTable(setStateName(smallFlow, 'welcome', 'Hello'), ['kn', 'en'])).toEqual([
      ['key', 'state', 'place', 'en', 'kn'],
      ['welcome/message.text', 'Hello', 'message.text', 'Welcome.', 'ಸ್ವಾಗತ.'],
      ['details/ask.0.text', 'details', 'ask.0.text', 'Which city?', 'ಯಾವ ಊರು?'],
      ['bye/message.text', 'bye', 'message.text', 'Bye.', 'ಬರುತ್ತೇವೆ.'],
    ]);
  });

  it('comes back as it was without changing anything', () => {
    expect(tableToTranslations(shippedFlow, translationsToTable(shippedFlow, shippedFlow.languages))).toEqual({
      flow: shippedFlow,
      changed: 0,
      problems: [],
    });
    expect(tableToTranslations(smallFlow, table).flow).toBe(smallFlow);
  });

  it('brings its translations, wherever its columns stand', () => {
    const turned = withCell(1, 4, 'ನಮಸ್ಕಾರ.').map((cells) => [...cells].reverse());
    const { flow, changed, problems } = tableToTranslations(smallFlow, turned);
    expect(flow).toEqual(setText(smallFlow, at('kn'), 'ನಮಸ್ಕಾರ.'));
    expect([changed, problems]).toEqual([1, []]);
  });

  it('never empties a text, and does not mind how it breaks lines', () => {
    expect(tableToTranslations(smallFlow, withCell(1, 4, '  ')).flow).toBe(smallFlow);
    const lines = setText(smallFlow, at('kn'), 'ಒಂದು\nಎರಡು');
    expect(tableToTranslations(lines, withCell(1, 4, 'ಒಂದು\r\nಎರಡು')).changed).toBe(0);
    expect(tableToTranslations(smallFlow, withCell(1, 4, 'ಒಂದು\r\nಎರಡು')).flow).toEqual(lines);
  });

  it('takes what was translated from another original as stale, and leaves the original', () => {
    const edited = setText(smallFlow, at('en'), 'Hello.');
    const { flow, changed, problems } = tableToTranslations(edited, withCell(1, 4, 'ನಮಸ್ಕಾರ.'));
    expect(changed).toBe(1);
    expect(problems).toEqual([{ row: 2, message: expect.stringContaining('The English text is another one') }]);
    expect(stale(flow).map(({ place }) => place.language)).toEqual(['kn']);
    expect(flow.states[0]?.data).toMatchObject({ message: { text: { en: 'Hello.', kn: 'ನಮಸ್ಕಾರ.' } } });
    const other = tableToTranslations(smallFlow, withCell(1, 3, 'Hi.'));
    expect(other.flow).toBe(smallFlow);
    expect(other.problems).toHaveLength(1);
  });

  it('tells what it could not take', () => {
    const rows = [
      ['\uFEFFKey', 'Tamil', 'kn', 'kn', 'ta', ''],
      ['welcome/message.text', 'x', 'ನಮಸ್ಕಾರ.', 'y', 'z', ''],
      ['welcome/message.text', 'x', 'ಮತ್ತೆ.', '', '', ''],
      ['nowhere/message.text', '', 'ಇಲ್ಲ', '', '', ''],
      ['', '', 'ಇಲ್ಲ', '', '', ''],
      [''],
      ['bye/message.text'],
    ];
    const { flow, changed, problems } = tableToTranslations(smallFlow, rows);
    expect(flow).toEqual(setText(smallFlow, at('kn'), 'ನಮಸ್ಕಾರ.'));
    expect(changed).toBe(1);
    expect(problems.map(({ row, message }) => `${row}: ${message}`)).toEqual([
      '1: The column "tamil" is no language of this flow; it was left out.',
      '1: The column "kn" is there twice; the first counts.',
      '1: The column "ta" is no language of this flow; it was left out.',
      '3: The key "welcome/message.text" stands in row 2 already; this row was left out.',
      '4: This flow has no text with the key "nowhere/message.text"; the row was left out.',
      '5: This row has no key, so it was left out.',
    ]);
  });

  it('without keys is not taken', () => {
    for (const rows of [[], [[]], [['a', 'b']]]) {
      expect(tableToTranslations(smallFlow, rows)).toMatchObject({ flow: smallFlow, problems: [{ row: 1 }] });
    }
  });
});
