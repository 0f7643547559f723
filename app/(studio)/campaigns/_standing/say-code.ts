import { words } from '@/app/_words/en';

const { people, otherPeople, pauses } = words.campaigns.codes;

/** Why somebody is left out or did not get it, by the server's code; an unknown code is shown as it is. */
export function sayCode(code: string): string {
  return find(people, code) ?? otherPeople(code);
}

/** Why a campaign has paused; nothing for a reason that says nothing. */
export function sayPause(reason: string | null): string | undefined {
  return reason === null ? undefined : find(pauses, reason);
}

function find(known: Readonly<Record<string, string>>, code: string): string | undefined {
  return Object.hasOwn(known, code) ? known[code] : undefined;
}
