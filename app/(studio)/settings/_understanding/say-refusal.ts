import { words } from '@/app/_words/en';
import type { UnderstandingSettings } from '../../_reading/reading-types';

const fields: Readonly<Record<keyof UnderstandingSettings, string>> = words.settings.fields;

/** Why saving failed, from the sentence of a failed question: a refusal of the server, "mostInrPerDay: Too big …", with the field called as it is on the screen. */
export function sayRefusal(sentence: string): string {
  // Saving is not tried again by itself, as reading is.
  if (sentence === words.problem.unreachable) return words.settings.unreachable;
  const end = sentence.indexOf(':');
  const name = sentence.slice(0, Math.max(end, 0));
  return isField(name) ? `“${fields[name]}”${sentence.slice(end)}` : sentence;
}

function isField(name: string): name is keyof UnderstandingSettings {
  return Object.hasOwn(fields, name);
}
