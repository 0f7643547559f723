import { visibleLength, whatsAppLimits } from '../../schema/whatsapp-limits';
import type { FormattingPack } from '../formatting-pack';
import type { Run } from '../run';
import { type LocalTime, localTime } from '../time';

type Words = FormattingPack['format'];

/** A way to write a time in a language's words, from what the contact's clock shows. */
export function inWords(write: (time: LocalTime, words: Words, run: Run) => string) {
  return (atMs: number, run: Run, at: number): string | undefined => {
    const words = run.pack(at)?.format;
    return words && write(localTime(atMs, run.env.timezone), words, run);
  };
}

export function writeDate(time: LocalTime, words: Words): string {
  return filled(words.date, {
    weekday: weekdayOf(time, words),
    day: String(time.day),
    month: words.monthNames[time.month - 1] ?? '',
  });
}

export function writeTime(time: LocalTime, words: Words): string {
  return filled(words.time, {
    hour: hourOf(time),
    minute: twoDigits(time.minute),
    dayPart: words.dayParts[dayPartOf(time.hour)],
  });
}

export function writeDateTime(time: LocalTime, words: Words): string {
  return filled(words.dateTime, { date: writeDate(time, words), time: writeTime(time, words) });
}

/** "tomorrow" where the language has a word for the day, else the date. */
export function writeRelativeDate(time: LocalTime, words: Words, run: Run): string {
  const today = localTime(run.env.nowMs, run.env.timezone).epochDay;
  const { today: sameDay, tomorrow, dayAfterTomorrow } = words.relativeDays;
  return [sameDay, tomorrow, dayAfterTomorrow][time.epochDay - today] ?? writeDate(time, words);
}

export function writeRelativeDateTime(time: LocalTime, words: Words, run: Run): string {
  return filled(words.dateTime, { date: writeRelativeDate(time, words, run), time: writeTime(time, words) });
}

/**
 * "Tomorrow, 10 am": a time as a button's title, by the contact's clock; `today` is their day in days since the epoch. Where the day's
 * name is too long for a button, or a week or more away, the date stands for it; where that is too long too: "28/11, 14:30".
 */
export function writeButtonTime(time: LocalTime, words: Words, today: number): string {
  const date = `${time.day}/${time.month}`;
  const name = dayNameOf(time, words, today);
  const titles = [...(name === undefined ? [] : [name]), date].map((day) => filledButton(time, words, day));
  const digits = `${date}, ${time.hour}:${twoDigits(time.minute)}`;
  return titles.find((title) => visibleLength(title) <= whatsAppLimits.buttonTitle) ?? digits;
}

function dayNameOf(time: LocalTime, words: Words, today: number): string | undefined {
  const inDays = time.epochDay - today;
  if (inDays < 0 || inDays >= 7) return;
  return [words.relativeDays.today, words.relativeDays.tomorrow][inDays] ?? weekdayOf(time, words);
}

function filledButton(time: LocalTime, words: Words, day: string): string {
  return filled(words.buttonTime, {
    day: day.charAt(0).toUpperCase() + day.slice(1),
    clock: time.minute === 0 ? hourOf(time) : `${hourOf(time)}:${twoDigits(time.minute)}`,
    half: time.hour < 12 ? 'am' : 'pm',
    dayPart: words.dayParts[dayPartOf(time.hour)],
  });
}

/** 180 → "15 years", 18 → "18 months", 30 → "2 years 6 months". */
export function writeMonths(months: number, run: Run, at: number): string | undefined {
  const words = run.pack(at)?.format;
  if (!words) return undefined;
  const whole = Math.round(months);
  const years = Math.floor(whole / 12);
  const rest = whole % 12;
  if (years === 0 || (years === 1 && rest > 0)) return counted(whole, words.month, words.months);
  const inYears = counted(years, words.year, words.years);
  return rest === 0 ? inYears : `${inYears} ${counted(rest, words.month, words.months)}`;
}

export function writeDays(days: number, run: Run, at: number): string | undefined {
  const words = run.pack(at)?.format;
  return words && counted(Math.round(days), words.day, words.days);
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The pack's weekdays begin with Sunday. */
function weekdayOf({ weekday }: LocalTime, { weekdays }: Words): string {
  return weekdays[weekday % 7] ?? '';
}

/** By a clock of twelve hours. */
function hourOf({ hour }: LocalTime): string {
  return String(hour % 12 === 0 ? 12 : hour % 12);
}

function twoDigits(minute: number): string {
  return String(minute).padStart(2, '0');
}

/** The part of the day as people in India name the hours: evening from 4, night from 8. */
function dayPartOf(hour: number): keyof Words['dayParts'] {
  if (hour < 4 || hour >= 20) return 'night';
  if (hour < 12) return 'morning';
  if (hour === 12) return 'noon';
  return hour < 16 ? 'afternoon' : 'evening';
}

function filled(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? '') : placeholder,
  );
}
