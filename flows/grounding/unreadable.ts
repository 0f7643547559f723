import { isInScript, shareInScript } from '../understanding/languages/script-letters';
import type { DraftProblem, Grounds } from './grounds';

/** Why a draft can't be judged: too long, signs that hide or imitate letters and digits, a link, another script. */
export function unreadableIn(draft: string, { language, packs, facts }: Grounds): readonly DraftProblem[] {
  const problems: DraftProblem[] = [];
  if (draft.length > LONGEST) problems.push({ code: 'text.tooLong', text: draft.slice(0, 40) });
  for (const { code, pattern } of PATTERNS) {
    for (const [text] of draft.replaceAll(facts.grievance_email, ' ').matchAll(pattern)) problems.push({ code, text });
  }
  const script = packs[language]?.script;
  if (script === undefined) return problems;
  const foreign = [...draft].filter(
    (letter) => LETTER.test(letter) && !LATIN.test(letter) && !isInScript(letter, script),
  );
  if (foreign.length > 0) problems.push({ code: 'script.foreign', text: foreign.slice(0, 10).join('') });
  // The lender's names are Latin in every language.
  const names = [facts.grievance_officer, facts.grievance_email, facts.lender_name];
  const worded = names.reduce((text, name) => text.replaceAll(name, ' '), draft);
  if (shareInScript(worded, script) < LEAST_OWN) problems.push({ code: 'language.other', text: draft.slice(0, 40) });
  return problems;
}

const LONGEST = 1_000;
const LEAST_OWN = 0.5; // of the letters; names and loan words may be Latin
const LETTER = /\p{L}/u;
const LATIN = /^[A-Za-z]$/;

const PATTERNS: readonly Readonly<{ code: string; pattern: RegExp }>[] = [
  { code: 'text.hidden', pattern: /[\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Co}/gu },
  // Digits of other scripts, fractions, superscripts, circled and Roman numerals.
  { code: 'number.odd', pattern: /(?![0-9\u0966-\u096f\u0be6-\u0bef\u0c66-\u0c6f\u0ce6-\u0cef])\p{N}/gu },
  { code: 'text.placeholder', pattern: /\{\{|\}\}|<[a-z/|]/gi },
  { code: 'text.link', pattern: /\bhttps?:|\bwww\.|[a-z0-9-]\.(?:com|in|co|org|net|io|me|ly|app|link)\b/gi },
];
