import { describe, expect, it } from 'vitest';
import shipped from '@/flows/library/loan-against-property.json';
import type { Flow } from '@/flows/schema/flow';
import { parseFlow } from '@/flows/schema/parse-flow';
import { countFound, searchOutline } from './search-outline';

const flow = read(shipped);

describe('a search of the outline', () => {
  it('looks for nothing while nothing is typed', () => {
    expect(searchOutline(flow, '  ', 'en')).toBeNull();
  });

  it('finds names and ids, written with spaces or underscores', () => {
    expect(searchOutline(flow, 'Objection handling', 'en')?.states.get('objection_handling')).toBeNull();
    expect(searchOutline(flow, 'objection_hand', 'en')?.states.get('objection_handling')).toBeNull();
  });

  it('finds what is said in the chosen language only, with the words around it', () => {
    const words = 'ಸ್ವತ್ತು';
    const inKannada = [...(searchOutline(flow, 'ಆಸ್ತಿ', 'kn')?.states ?? [])];
    expect(inKannada.length).toBeGreaterThan(0);
    expect(inKannada.some(([, around]) => around?.includes('ಆಸ್ತಿ'))).toBe(true);
    expect(searchOutline(flow, 'ಆಸ್ತಿ', 'en')?.states.size).toBe(0);
    expect(searchOutline(flow, words.normalize('NFD'), 'kn')?.states.size).toBe(
      searchOutline(flow, words, 'kn')?.states.size,
    );
  });

  it('finds rules by their intents, and notes by their words', () => {
    const found = searchOutline(flow, 'opt_out', 'en');
    expect([...(found?.rules.keys() ?? [])].length).toBeGreaterThan(0);
    const [note] = flow.notes;
    const noted = searchOutline(flow, note?.text.slice(0, 12).toUpperCase() ?? '', 'en');
    expect(noted?.notes.has(note?.id ?? '')).toBe(true);
    expect(noted && countFound(noted)).toBeGreaterThan(0);
  });
});

function read(document: unknown): Flow {
  const parsed = parseFlow(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.flow;
}
