import { LAST_DIGITS, numberInText, westernDigits } from '../../sealing/list-traces';

/** By what somebody is known in words that others wrote down: lists, views, scenarios. */
export type Traces = Readonly<{
  /** The last ten digits of their number, however its country is written; empty where there is none. */
  digits: string;
  /** Their user id and e-mail addresses. */
  ids: readonly string[];
  name: string | null;
}>;

const SHORTEST_ID = 6; // whatever was taken for an e-mail, it must not stand in every word
const GONE = '[erased]';

export function tracesOf(contact: {
  readonly phone: string | null;
  readonly bsuid: string | null;
  readonly name: string | null;
  readonly email: string | null;
}): Traces {
  const { phone, bsuid, name, email } = contact;
  const digits = phone?.replace(/\D/g, '').slice(-LAST_DIGITS) ?? '';
  const ids = [bsuid, email].flatMap((id) => (id !== null && id.trim().length >= SHORTEST_ID ? [id.trim()] : []));
  return { digits: digits.length === LAST_DIGITS ? digits : '', ids, name: name?.trim() || null };
}

/** Whether a text has their number, user id or e-mail in it: what is nobody else's. */
export function isAbout(traces: Traces, text: string): boolean {
  return takeOut(traces, text) !== text;
}

/** The text without what is nobody else's. */
export function takeOut({ digits, ids }: Traces, text: string): string {
  const withoutIds = ids.reduce((rest, id) => rest.replace(new RegExp(literally(id), 'giu'), GONE), text);
  if (digits === '') return withoutIds;
  return withoutIds.replace(numberInText, (number) => (westernDigits(number).includes(digits) ? GONE : number));
}

/** Whether a text has their whole name in it, as words of their own. Others may be called the same. */
export function isCalled({ name }: Traces, text: string): boolean {
  if (name === null || [...name].length < SHORTEST_NAME) return false;
  const words = name.normalize('NFC').split(/\s+/).map(literally).join('\\s+');
  return new RegExp(`(?<!${letter})${words}(?!${letter})`, 'iu').test(text.normalize('NFC'));
}

const SHORTEST_NAME = 3; // "Jo" stands in too many words
const letter = '[\\p{L}\\p{M}\\p{N}]';

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
