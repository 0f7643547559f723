import { describe, expect, it } from 'vitest';
import { mergeHolidays, parseHolidays } from './parse-holidays';

describe('a pasted list of holidays', () => {
  it('is read with the dates as people in India write them', () => {
    const text = '2027-03-22 Holi\n14/04/2027, Ambedkar Jayanti\n\n1 May 2027 Labour Day\n15.8.2027 – Independence Day';
    expect(parseHolidays(text, 'Holiday')).toEqual({
      days: [
        { date: '2027-03-22', name: 'Holi' },
        { date: '2027-04-14', name: 'Ambedkar Jayanti' },
        { date: '2027-05-01', name: 'Labour Day' },
        { date: '2027-08-15', name: 'Independence Day' },
      ],
      unread: [],
    });
  });

  it('names what is no day, and a day without a name', () => {
    expect(parseHolidays('31/02/2027 Never\nDiwali\n2027-10-29', 'Holiday')).toEqual({
      days: [{ date: '2027-10-29', name: 'Holiday' }],
      unread: ['31/02/2027 Never', 'Diwali'],
    });
  });

  it('adds each day once, in order, under the name it has', () => {
    const kept = [{ date: '2027-08-15', name: 'Our day' }];
    const added = [
      { date: '2027-08-15', name: 'Independence Day' },
      { date: '2027-01-26', name: 'Republic Day' },
    ];
    expect(mergeHolidays(kept, added)).toEqual([
      { date: '2027-01-26', name: 'Republic Day' },
      { date: '2027-08-15', name: 'Our day' },
    ]);
  });
});
