import type { ClockWords } from '@/prompts/spoken-language';
import { sayDigits, sayHalf, sayWhole } from './say-number';
import type { SpokenWords } from './spoken-words';

/** "10:30 AM", "18:00", "4 pm", "सुबह 10:30 बजे" as the clock is read aloud. */
export function sayTimes(text: string, spoken: SpokenWords): string {
  const { at } = spoken.words.time;
  const units = at === undefined ? '' : `(?:\\s*(${at.units.join('|')}))?`;
  const time = new RegExp(String.raw`(?<![\d:.,])(\d{1,2})(?::([0-5]\d))?(?![\d:])\s*([ap]\.?m\b\.?)?${units}`, 'giu');
  return text.replace(time, (written: string, hour: string, minute = '', half = '', unit: unknown = '') => {
    const isTime = (minute !== '' || half !== '') && Number(hour) < 24;
    if (!isTime) return written;
    const clock = { hour: hourOf(Number(hour), half), minute: Number(minute) };
    const hasUnit = typeof unit === 'string' && unit !== '';
    const said = sayClock(clock, hasUnit && at !== undefined ? at : spoken.words.time.plain, spoken);
    const space = /\s$/.test(written) ? ' ' : '';
    // Only what leaves no doubt otherwise is said with the part of the day; beside "10:30" it may stand already.
    if (half === '' && clock.hour > 0 && clock.hour <= 12) return said + space;
    const dayPart = spoken.format.dayParts[dayPartOf(clock.hour)];
    return spoken.words.time.dayPart.replace('{time}', said).replace('{dayPart}', dayPart) + space;
  });
}

/** "2026-11-24" and "24/11/2026" with the month's name; a day is said before its month, as dates are read in India. */
export function sayDates(text: string, { format }: SpokenWords): string {
  const named = (written: string, year: string, month: string, day: string) => {
    const name = format.monthNames[Number(month) - 1];
    return name === undefined || Number(day) > 31 ? written : `${Number(day)} ${name} ${year}`;
  };
  return text
    .replace(/(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/g, (written, year, month, day) =>
      named(written, year, month, day),
    )
    .replace(/(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\d/-])/g, (written, day, _, month, year) =>
      named(written, year, month, day),
    );
}

/** Telephone numbers, pin codes and the like, digit by digit, with a pause where they are written in groups. */
export function sayCodes(text: string, { words }: SpokenWords): string {
  const code = /(?<![\p{L}\p{M}\d.,₹])\+?\d[\d() -]{4,}\d(?![\d.,]*\d)(?!\s*%)/gu;
  return text.replace(code, (written) => {
    const groups = written.split(/[^\d]+/).filter((group) => group !== '');
    const count = groups.join('').length;
    const isCode = groups.length === 1 ? count >= LEAST_DIGITS : count >= LEAST_GROUPED;
    return isCode ? groups.map((group) => sayDigits(group, words)).join(', ') : written;
  });
}

const LEAST_DIGITS = 6; // a pin code; amounts are written with commas
const LEAST_GROUPED = 10; // a telephone number

function hourOf(hour: number, half: string): number {
  const isAfternoon = /^p/i.test(half);
  if (half === '' || hour > 12) return hour;
  return isAfternoon ? (hour % 12) + 12 : hour % 12;
}

type Clock = { readonly hour: number; readonly minute: number };

function sayClock({ hour, minute }: Clock, pattern: ClockWords, { words }: SpokenWords): string {
  const shown = hour % 12 === 0 ? 12 : hour % 12;
  const half = sayHalf(shown, words);
  const put = (text: string) =>
    text
      .replace('{h}', sayWhole(shown, words, 'beforeNoun'))
      .replace('{m}', sayWhole(minute, words, 'beforeNoun'))
      .replace('{half}', half ?? '');
  if (minute === 0) return put(shown === 1 ? (pattern.one ?? pattern.whole) : pattern.whole);
  if (minute === 30 && pattern.half !== undefined && half !== undefined) return put(pattern.half);
  return put(minute < 10 ? (pattern.few ?? pattern.minutes) : pattern.minutes);
}

/** The part of the day as people in India name the hours: evening from 4, night from 8. */
function dayPartOf(hour: number): keyof SpokenWords['format']['dayParts'] {
  if (hour < 4 || hour >= 20) return 'night';
  if (hour < 12) return 'morning';
  if (hour === 12) return 'noon';
  return hour < 16 ? 'afternoon' : 'evening';
}
