import { foldDigits } from '@/flows/understanding/normalize';
import { asSentences, dropMarks } from './spoken/drop-marks';
import { sayNumbers, sayPercents, sayRanges, sayRupees } from './spoken/say-amounts';
import { sayCodes, sayDates, sayTimes } from './spoken/say-times';
import { spokenWordsOf } from './spoken/spoken-words';

/**
 * A written text as it is said aloud in its language: "₹80 lakh" becomes "eighty lakh rupees", "10.5%" "ten point five
 * percent"; marks, emoji and addresses are not read out. A language without spoken words keeps its text.
 */
export function spokenText(text: string, language: string): string {
  const spoken = spokenWordsOf(language);
  if (spoken === undefined) return text;
  return asSentences(
    // Each step leaves no digits of what it has said, so that the next does not say them again.
    [sayDates, sayCodes, sayTimes, sayRanges, sayRupees, sayPercents, sayNumbers].reduce(
      (said, say) => say(said, spoken),
      dropMarks(foldDigits(text), spoken),
    ),
    spoken,
  );
}
