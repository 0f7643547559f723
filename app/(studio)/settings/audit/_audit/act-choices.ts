import { words } from '@/app/_words/en';
import type { AuditFilter } from './audit-types';

type Act = NonNullable<AuditFilter['act']>;

const names = words.audit.acts;

/** Everything that can be looked for, and first: anything. */
export const actChoices: readonly { readonly value: Act | 'any'; readonly label: string }[] = [
  { value: 'any', label: words.audit.anyAct },
  ...Object.keys(names)
    .filter(isAct)
    .map((value) => ({ value, label: names[value] })),
];

/** What was done, in words; a code that this version doesn't know stays one. */
export function sayAct(code: string): string {
  return isAct(code) ? names[code] : code;
}

function isAct(code: string): code is Act {
  return Object.hasOwn(names, code);
}
