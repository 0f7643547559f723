import type { SpokenWords } from './spoken-words';

/** Takes out what only eyes can use: emoji, bullets, bold and italic marks. Addresses become words that point to the message. */
export function dropMarks(text: string, { words }: SpokenWords): string {
  return text
    .replace(EMAIL, words.email)
    .replace(URL, words.link)
    .replace(EMOJI, ' ')
    .replace(/^\s*(?:[•·▪‣◦✓*]|[-–—](?=\s))\s*/gmu, '')
    .replace(/^(\s*\d{1,2})[.)]\s+/gmu, '$1, ')
    .replace(/(?<=\d)\s*\/\s*(?=\p{L})/gu, ` ${words.per} `)
    .replace(/(?<=[\d%])-(?=[^\p{ASCII}])/gu, '') // before an ending: "53%-க்குள்"
    .replace(/```/g, ' ')
    .replace(/(?<![\p{L}\p{M}\d])([*_~])(?=\S)([^\n]*?\S)\1(?![\p{L}\p{M}\d])/gu, '$2');
}

/** What is left of the marks as pauses: each line ends as a sentence, slashes and brackets are read as they are meant. */
export function asSentences(text: string, { format }: SpokenWords): string {
  return text
    .replace(/(?<=[\p{L}\p{M}])\s*\/\s*(?=\p{L})/gu, format.listOr)
    .replace(/[*_~`|/\\[\]{}<>#]/g, ' ')
    .replace(/\s*\(\s*/g, ', ')
    .replace(/\s*\)\s*(?=[.,;:!?।])/g, '')
    .replace(/\s*\)\s*/g, ', ')
    .split('\n')
    .map((line) =>
      line
        .replace(/\s+/g, ' ')
        .replace(/\s+([.,;:!?।])/g, '$1')
        .trim(),
    )
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
    .map((line) => line.replace(/[\s,–—-]+$/u, ''))
    .map((line) => (/[.!?।:;…]$/u.test(line) ? line : `${line}.`))
    .join(' ');
}

const URL = /(?:https?:\/\/|www\.)[^\s<>()]+[^\s<>().,;:!?।]/giu;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
/** With all that emoji are joined and coloured by; joiners between letters belong to the script and stay. */
const EMOJI =
  /(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[\d#*]\ufe0f?\u20e3)(?:\ufe0f|\p{Emoji_Modifier}|\u200d\p{Extended_Pictographic})*/gu;
