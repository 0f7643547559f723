import { z } from 'zod';

const word = z.string().min(1);
/** With {n}: a number in words. `{n-x}` is the same without its ending x, for what joins it into one word. */
const counted = z.string().regex(/\{n(-[^}]+)?\}/, 'The number stands in it as {n}.');

/** A part of a number: at its end, before a smaller part, and before what is counted. The last two are as the first. */
const part = z.object({ last: word, joined: word.optional(), beforeNoun: word.optional() });
const countedPart = part.extend({ last: counted, joined: counted.optional(), beforeNoun: counted.optional() });
export type NumberPart = Readonly<z.infer<typeof part>>;

const magnitude = z.object({ one: part, many: countedPart });
const unit = z.object({ one: word, many: counted });

/** With {h} and {m}: hour and minute in words, and {half}: the hour and a half. `few`: fewer than ten minutes. */
const clock = z.object({
  one: word.optional(),
  whole: word,
  half: word.optional(),
  minutes: word,
  few: word.optional(),
});
export type ClockWords = Readonly<z.infer<typeof clock>>;

/** `spoken.json`: how what is written is said aloud: numbers, amounts, times, and what only eyes can use. */
export const spokenLanguage = z.object({
  /** For a voice that can be told how to speak; in English, whatever the language. */
  voice: word,
  /** 0 to 99. */
  numbers: z.array(word).length(100),
  /** Numbers that have another form before what is counted: "ஒன்று", but "ஒரு ரூபாய்". */
  adjectives: z.record(z.string().regex(/^\d{1,2}$/), word),
  /** Stands before 1 to 99 at the end of a larger number. */
  beforeRest: word.optional(),
  /** "… and a half", where people say it with one word; `exact` by the whole number, `most` the largest whole number. */
  half: z.object({ exact: z.record(z.string(), word), other: counted, most: z.int() }).optional(),
  /** 100 to 900. */
  hundreds: z.array(part).length(9),
  thousand: magnitude,
  lakh: magnitude,
  crore: magnitude,
  point: word,
  minus: word,
  /** Between two numbers, with its spaces: " to ". */
  range: word,
  /** For the slash of "₹5,000/month". */
  per: word,
  percent: counted,
  /** What may stand before an amount, beside ₹. */
  currencySigns: z.array(word).min(1),
  rupee: unit,
  paisa: unit,
  time: z.object({
    /** With {time} and {dayPart}. */
    dayPart: word,
    plain: clock,
    /** When one of `units` follows the digits: it is replaced too. */
    at: clock.extend({ units: z.array(word).min(1) }).optional(),
  }),
  link: word,
  email: word,
  /** With {choices}: what can be tapped, as a list in words. */
  choices: word,
  /** Instead, when there are many. */
  chooseFromList: word,
});
export type SpokenLanguage = Readonly<z.infer<typeof spokenLanguage>>;
