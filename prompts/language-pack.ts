import { z } from 'zod';

const word = z.string().min(1);
const words = z.array(word);
const codePoint = z.string().regex(/^[0-9A-F]{4,6}$/, 'A code point is hexadecimal, such as "0C80".');

/** Words and patterns that amounts, durations and dates are written with. */
const formatWords = z.object({
  crore: word,
  lakh: word,
  thousand: word,
  day: word,
  days: word,
  month: word,
  months: word,
  year: word,
  years: word,
  yes: word,
  no: word,
  listAnd: word,
  listOr: word,
  /** Sunday first. */
  weekdays: words.length(7),
  monthNames: words.length(12),
  dayParts: z.object({ morning: word, noon: word, afternoon: word, evening: word, night: word }),
  relativeDays: z.object({ today: word, tomorrow: word, dayAfterTomorrow: word }),
  /** With {weekday}, {day}, {month}. */
  date: word,
  /** With {hour} (1 to 12), {minute} (two digits), {dayPart}. */
  time: word,
  /** With {date}, {time}. */
  dateTime: word,
  /** The same on a button, in 20 characters at most: with {day}, {clock} (10 or 10:30), {half} (am or pm), {dayPart}. */
  buttonTime: word,
});

/** `language.json`: what the language is, and how slot values and cities are written in it. */
export const languageFile = z.object({
  code: z.string().regex(/^[a-z]{2,3}$/),
  name: word,
  nativeName: word,
  script: z.object({ name: word, ranges: z.array(z.tuple([codePoint, codePoint])).min(1) }),
  format: formatWords,
  /** The text of each value of a choice slot: labels.property_type.house. */
  labels: z.record(z.string(), z.record(z.string(), word)),
  /** By the English spelling. */
  cities: z.record(z.string(), word),
});

/** `messages.json`: what the runtime itself says, outside any flow. */
const runtimeMessages = z.object({
  sensitiveNumber: word,
  unsupportedMessage: word,
  voiceUnheard: word,
  fileReceived: word,
  locationReceived: word,
  contactReceived: word,
  languageChanged: word,
  somethingWrong: word,
  /** Said when an officer is asked for and the office is closed; `{{ at }}` is when one will call. */
  officerLater: word,
  /** Said when they name another time; `{{ at }}` is when an officer will call. */
  officerCalls: word,
  /** The same where they named a time at which the office is closed. */
  officerCallsInHours: word,
  choiceHint: word,
  /** Stands where a template says the customer's name and we don't know it. */
  neutralName: word,
});

/**
 * `followups.json`: what a follow-up says. Each list is tried in order: the first text all of whose `{{ }}` are known is said, the last needs
 * nothing.
 */
const followUpWords = z.object({
  greetings: words.min(1),
  /** What the conversation was about, as `reasons` put it in for `{{ topic }}`. */
  topics: words.min(1),
  /** What a template says for the customer's property. */
  property: words.min(1),
  /** By the reasons of flows; `officer` for those that somebody added by hand. */
  reasons: z.object({
    named_time: word,
    later: word,
    no_time: word,
    objection_open: word,
    undecided: word,
    not_interested: word,
    silence: word,
    officer: word,
  }),
});

/** Forms of numbers, keyed by what they are worth ("1.5", "100000"); in magnitudes `*` at the end matches any ending. */
const wordsByNumber = z.record(z.string().regex(/^-?\d+(\.\d+)?$/), words);

/** `numbers.json`: number words, native and romanized. */
const numberWords = z.object({
  /** 0 to 99. */
  words: wordsByNumber,
  /** Stems that a smaller number is joined to: ಇಪ್ಪತ್ತ + ಐದು → ಇಪ್ಪತ್ತೈದು. */
  compounds: z.object({ tens: wordsByNumber.optional(), hundreds: wordsByNumber.optional() }).optional(),
  hundreds: wordsByNumber,
  /** One and a half, two and a half, a quarter … of the magnitude that follows. */
  fractions: wordsByNumber,
  /** What साढ़े, सवा and पौने add to the number that follows. */
  prefixFractions: wordsByNumber,
  magnitudes: wordsByNumber,
  /** Magnitudes that join a number into one word: இருபது + ஆயிரம் → இருபதாயிரம். */
  fusedMagnitudes: wordsByNumber.optional(),
  /** Words that are an amount by themselves: కోటిన్నర. */
  fixedAmounts: wordsByNumber,
  connectors: words,
  rangeWords: words,
  currency: words,
  percent: words,
  /** Number words that are ordinary words too: they count only when a number or a magnitude follows. */
  ambiguous: words,
});

/** Words of a language by meaning. `*` at the end of an entry matches any ending; entries may have several words. */
const lexicon = z.object({
  /** What the intent classifier generalises over, the same names in every language. */
  concepts: z.record(z.string(), words),
  /** What the slot readers look for around a value, the same names in every language. */
  cues: z.record(z.string(), words),
  /** Words for the values of choice slots. */
  values: z.record(z.string(), z.record(z.string(), words)),
  /** Other spellings of cities, by the official English name. */
  cities: z.record(z.string(), words),
  dates: z.object({
    /** By days from today. */
    days: z.record(z.string(), words),
    weekdays: z.array(words).length(7),
    months: z.array(words).length(12),
    dayParts: z.record(z.enum(['morning', 'noon', 'afternoon', 'evening', 'night']), words),
    clock: words,
    am: words,
    pm: words,
    units: z.partialRecord(z.enum(['minute', 'hour', 'day', 'week', 'month', 'year']), words),
    after: words,
    next: words,
    this: words,
    at: words,
    half: words,
  }),
  /** Units of area, by square feet. */
  areas: wordsByNumber,
  /** Endings that are taken off an unknown word. */
  suffixes: words,
  polarity: z.object({ positive: words, negative: words }),
  /** Ordinary words that a one-letter slip must not turn into a word of this lexicon. */
  commonWords: words,
});

/** What only a lender's decision may say, by what it would promise. */
const promise = z.enum(['approval', 'guarantee', 'offer', 'waiver', 'speed', 'verification', 'secrecy']);
export type PromiseKind = z.infer<typeof promise>;

/**
 * `claims.json`: words that what a model drafts is checked for (`flows/grounding`), in the language's own script and, where
 * people type it so, in Latin letters. `*` at the end of an entry matches any ending; entries may have several words.
 */
const claims = z.object({
  promises: z.record(promise, words),
  /** Names of documents, by a name that is the same in every language. */
  documents: z.record(z.string(), words),
  /** Other lenders, and words for comparing with them. */
  lenders: words,
  /** Numbers and codes that must never be asked for: Aadhaar, PAN, card, OTP … */
  identityNumbers: words,
  /** Words that ask for something to be sent, told or confirmed. */
  requests: words,
  /** What people write to a language model to turn it from its task; looked for in what customers write. */
  manipulations: words,
});

/** `utterances.json`: examples of each intent, in the language's own script and romanized. Only training reads them. */
export const utterances = z.record(z.string(), z.object({ native: words.optional(), latin: words.optional() }));

export type Utterances = Readonly<z.infer<typeof utterances>>;

/** One language: everything of `language.json`, and under their names the other files that are read at run time. */
export const languagePack = languageFile.extend({
  messages: runtimeMessages,
  followups: followUpWords,
  numbers: numberWords,
  lexicon,
  claims,
});
export type LanguagePack = Readonly<z.infer<typeof languagePack>>;
export type NumberWords = Readonly<z.infer<typeof numberWords>>;
