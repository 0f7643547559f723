const FOLDED_CHARACTERS = 700;
const FOLDED_LINES = 16;

/** The beginning that a folded message shows, cut between words and never inside a letter; short texts stay whole. */
export function foldText(text: string): string {
  const lines = text.split('\n');
  const few = lines.length > FOLDED_LINES ? lines.slice(0, FOLDED_LINES).join('\n') : text;
  if (few.length <= FOLDED_CHARACTERS) return few;
  const beginning = few.slice(0, FOLDED_CHARACTERS);
  const lastSpace = beginning.search(/\s\S*$/);
  // A text without a space is cut between letters as people see them.
  return lastSpace > FOLDED_CHARACTERS / 2 ? beginning.slice(0, lastSpace) : wholeLetters(beginning);
}

function wholeLetters(text: string): string {
  const letters = [...new Intl.Segmenter().segment(text)];
  return letters
    .slice(0, -1)
    .map((letter) => letter.segment)
    .join('');
}
