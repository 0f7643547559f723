import type { Scope } from '@/flows/expressions/scope';
import type { SlotValue } from '@/flows/schema/slots';
import type { AudienceMember } from '../audience/audience-member';

/** Names of a message beside slots, `column.…` and `facts.…`. */
export const memberNames = ['language', 'interest'] as const;

/** What the variables of a message can name of one person. What is not known of them stays unknown, whatever its name. */
export function memberScope(member: AudienceMember): Scope {
  return { get: (name) => memberValue(name, member), declares: () => true };
}

export const columnPrefix = 'column.';

function memberValue(name: string, member: AudienceMember): SlotValue | undefined {
  if (name.startsWith(columnPrefix)) return cellValue(own(member.columns, name.slice(columnPrefix.length)));
  switch (name) {
    case 'language':
      return member.language;
    case 'interest':
      return member.interest ?? undefined;
    case 'name':
      return own(member.slots, name) ?? member.name ?? undefined;
    default:
      return own(member.slots, name);
  }
}

function own<Value>(entries: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(entries, name) ? entries[name] : undefined;
}

/** A cell that is written as a number is one, so that formats of amounts take it. */
function cellValue(cell: string | undefined): SlotValue | undefined {
  if (cell === undefined) return undefined;
  const number = Number(cell);
  return Number.isFinite(number) && String(number) === cell ? number : cell;
}
