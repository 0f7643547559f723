import { words } from '@/app/_words/en';
import type { PromiseKind } from '@/prompts/language-pack';

/** Every promise that drafts are checked for has a sentence, or this does not compile. */
const problems: Readonly<Record<string, string> & Record<`promise.${PromiseKind}`, string>> = words.reading.problems;

/** What is wrong with a part of a draft, in plain words; for a code that the studio doesn't know, what is sure of it. */
export function sayProblem(code: string): string {
  const known = Object.hasOwn(problems, code) ? problems[code] : undefined;
  if (known !== undefined) return known;
  return code.startsWith('promise.') ? words.reading.otherPromise : words.reading.otherProblem;
}
