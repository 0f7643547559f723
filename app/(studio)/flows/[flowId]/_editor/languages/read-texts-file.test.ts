import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { translationsToTable } from '@/flows/edit/translation-table';
import { parseFlow } from '@/flows/schema/parse-flow';
import { encodeTable } from './decode-table';
import { readTextsFile, takeTexts } from './read-texts-file';

const parsed = parseFlow(readFileSync('flows/library/collect-address.json', 'utf8'));
if (!parsed.ok) throw new Error('The shipped flow is one.');
const { flow } = parsed;
const table = translationsToTable(flow, flow.languages);

async function taken(file: string) {
  const read = await readTextsFile(new File([file], 'texts.csv'));
  if (!read.ok) throw new Error(read.problem);
  return takeTexts(flow, read.rows);
}

describe('a translator’s table', () => {
  it('comes back as it went out without changing anything', async () => {
    expect(await taken(encodeTable(table))).toEqual({ flow, changed: 0, problems: [] });
  });

  it('brings a changed text, and says what is left out by row', async () => {
    const [header = [], first = [], ...others] = table;
    const changed = first.with(header.indexOf('kn'), 'ಬೇರೆ');
    const second = (others[0] ?? []).with(header.indexOf('ta'), '????? ???');
    const file = encodeTable([header, changed, second, ['no/such', '', '', 'x', '', '', '', '']]);
    const result = await taken(file);
    expect(result.changed).toBe(1);
    expect(JSON.stringify(result.flow)).toContain('ಬೇರೆ');
    expect(result.problems.map(({ row, message }) => `${row}: ${message}`)).toEqual([
      expect.stringMatching(/^3: The Tamil letters became question marks/),
      expect.stringMatching(/^4: This flow has no text with the key "no\/such"/),
    ]);
  });

  it('is refused in a sentence when its letters can’t be read', async () => {
    const read = await readTextsFile(new File([new Uint8Array([0x6b, 0xff, 0xff])], 'texts.csv'));
    expect(read).toEqual({ ok: false, problem: expect.stringContaining('CSV UTF-8') });
  });
});
