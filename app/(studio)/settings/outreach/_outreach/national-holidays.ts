import { words } from '@/app/_words/en';
import type { Holiday } from './outreach-types';

const { nationals } = words.outreach;

/** The three national holidays of India, in the year of `today` (2027-01-31) and the next, from today on. */
export function nationalHolidays(today: string): readonly Holiday[] {
  const year = Number(today.slice(0, 4));
  return [year, year + 1]
    .flatMap((one) => [
      { date: `${one}-01-26`, name: nationals.republic },
      { date: `${one}-08-15`, name: nationals.independence },
      { date: `${one}-10-02`, name: nationals.gandhi },
    ])
    .filter(({ date }) => date >= today);
}
