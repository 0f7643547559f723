import { customerSlots, type SlotDefinition, type SlotValue } from '@/flows/schema/slots';
import { languages } from '@/prompts/load-languages';
import { readActiveFlows } from '../../flows/store';
import type { ColumnMeaning, ImportMapping } from './import-mapping';
import type { ImportProblem } from './import-problem';
import { readPhone } from './read-phone';
import { readSlot } from './read-slot';

/** What a row of a file says of somebody; null and empty where it says nothing. */
export type ImportedPerson = {
  readonly phone: string;
  readonly name: string | null;
  readonly language: string | null;
  readonly tags: readonly string[];
  readonly slots: Readonly<Record<string, SlotValue>>;
};

export type ReadPerson =
  | { readonly ok: true; readonly person: ImportedPerson }
  /** `column` is the place of the cell that is wrong; undefined for the whole row. */
  | { readonly ok: false; readonly code: ImportProblem; readonly column?: number };

export type SlotDefinitions = Readonly<Record<string, SlotDefinition>>;

/** The slots that a column can fill: the shared ones, and the variables of the flows that are live. */
export async function readSlotDefinitions(): Promise<SlotDefinitions> {
  const flows = [...(await readActiveFlows()).values()];
  const variables = flows.flatMap(({ flow }) => flow.variables.map(({ name, ...definition }) => [name, definition]));
  return { ...Object.fromEntries(variables), ...customerSlots };
}

/** Reads a row as a person, by what its columns were said to be. The first cell that is wrong makes the row a bad one. */
export function readPerson(cells: readonly string[], mapping: ImportMapping, definitions: SlotDefinitions): ReadPerson {
  const phoneAt = mapping.columns.findIndex(({ as }) => as === 'phone');
  const phone = readPhone(cells[phoneAt] ?? '', mapping.country);
  if (!phone.ok) return { ok: false, code: phone.code, column: phoneAt };
  let person: ImportedPerson = { phone: phone.phone, name: null, language: null, tags: mapping.tags, slots: {} };
  for (const [column, meaning] of mapping.columns.entries()) {
    const cell = cells[column]?.trim() ?? '';
    if (cell === '') continue;
    const told = readCell(meaning, cell, definitions);
    if (typeof told === 'string') return { ok: false, code: told, column };
    const { tags = [], slots, ...rest } = told;
    person = {
      ...person,
      ...rest,
      tags: [...new Set([...person.tags, ...tags])],
      slots: { ...person.slots, ...slots },
    };
  }
  return { ok: true, person };
}

/** What a cell says of somebody, or why it can't be read. */
function readCell(
  meaning: ColumnMeaning,
  cell: string,
  definitions: SlotDefinitions,
): Partial<Omit<ImportedPerson, 'phone'>> | ImportProblem {
  switch (meaning.as) {
    case 'phone':
    case 'column':
      return {};
    case 'name':
      return { name: cell.replace(/\s+/g, ' ').slice(0, longestName) };
    case 'language': {
      const language = readLanguage(cell);
      return language === undefined ? 'language.unknown' : { language };
    }
    case 'tags':
      return { tags: readTags(cell) };
    case 'slot': {
      const definition = definitions[meaning.slot];
      const value = definition && readSlot(meaning.slot, definition, cell);
      return value === undefined ? 'slot.invalid' : { slots: { [meaning.slot]: value } };
    }
    default:
      return meaning satisfies never;
  }
}

const longestName = 128; // as of who writes to us
const mostTags = 20;
const longestTag = 40;

function readTags(cell: string): readonly string[] {
  const tags = cell.split(/[,;|]/).map((tag) => tag.trim().slice(0, longestTag));
  return tags.filter((tag) => tag !== '').slice(0, mostTags);
}

function readLanguage(cell: string): string | undefined {
  const wanted = cell.trim().toLowerCase();
  const code = wanted.split(/[_-]/)[0] ?? wanted;
  const pack = Object.values(languages).find(
    (own) => own.code === code || own.name.toLowerCase() === wanted || own.nativeName.toLowerCase() === wanted,
  );
  return pack?.code;
}
