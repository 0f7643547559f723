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
    // The pack's weekdays begin with Sunday.
    weekday: words.weekdays[time.weekday % 7] ?? '',
    day: String(time.day),
    month: words.monthNames[time.month - 1] ?? '',
  });
}

export function writeTime(time: LocalTime, words: Words): string {
  return filled(words.time, {
    hour: String(time.hour % 12 === 0 ? 12 : time.hour % 12),
    minute: String(time.minute).padStart(2, '0'),
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

/** The part of the day as people in India name the hours: evening from 4, night from 8. */
export function dayPartOf(hour: number): keyof Words['dayParts'] {
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
