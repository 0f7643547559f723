const FOLDED_CHARACTERS = 700;
const FOLDED_LINES = 16;

/**
 * The beginning that a folded message shows, of at most so many characters, cut between words and never inside a letter.
 * Short texts stay whole.
 */
export function foldText(text: string, most = FOLDED_CHARACTERS): string {
  const lines = text.split('\n');
  const few = lines.length > FOLDED_LINES ? lines.slice(0, FOLDED_LINES).join('\n') : text;
  if (few.length <= most) return few;
  const beginning = few.slice(0, most);
  const lastSpace = beginning.search(/\s\S*$/);
  // A text without a space is cut between letters as people see them.
  return lastSpace > most / 2 ? beginning.slice(0, lastSpace) : wholeLetters(beginning);
}

function wholeLetters(text: string): string {
  const letters = [...new Intl.Segmenter().segment(text)];
  return letters
    .slice(0, -1)
    .map((letter) => letter.segment)
    .join('');
}
