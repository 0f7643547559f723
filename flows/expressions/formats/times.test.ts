import { expect, test } from 'vitest';
import { whatsAppLimits } from '@/flows/schema/whatsapp-limits';
import { languages } from '@/prompts/load-languages';
import { localTime } from '../time';
import { writeButtonTime } from './times';

const timezone = 'Asia/Kolkata';
const nowMs = Date.parse('2026-11-20T00:00:00+05:30');
const today = localTime(nowMs, timezone).epochDay;

test.each(Object.values(languages))(
  'every half hour fits on a button in $name, and is told from all others',
  (pack) => {
    const halfHours = Array.from({ length: 48 * 10 }, (_, count) => localTime(nowMs + count * 1_800_000, timezone));
    const titles = halfHours.map((time) => writeButtonTime(time, pack.format, today));
    expect(titles.filter((title) => title.length > whatsAppLimits.buttonTitle)).toEqual([]);
    expect(new Set(titles).size).toBeGreaterThan(titles.length * 0.9);
  },
);

test.each([
  ['2026-11-21T10:00', 'Tomorrow, 10 am'],
  ['2026-11-26T14:30', 'Thursday, 2:30 pm'],
  ['2026-11-27T14:00', '27/11, 2 pm'], // a week from today: its name would be read as today's
])('%s is "%s"', (at, title) => {
  expect(write(at, 'en')).toBe(title);
});

test('where words are too long, digits say it', () => {
  expect(write('2026-11-28T14:30', 'ta')).toBe('28/11, 14:30');
  expect(write('2026-11-21T14:00', 'te')).toBe('రేపు మధ్యాహ్నం 2కి');
});

function write(at: string, language: 'en' | 'ta' | 'te'): string {
  const pack = languages[language];
  if (!pack) throw new Error('The language is there.');
  return writeButtonTime(localTime(Date.parse(`${at}:00+05:30`), timezone), pack.format, today);
}
