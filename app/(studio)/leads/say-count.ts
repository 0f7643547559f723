import { words } from '@/app/_words/en';
import { writeCount } from '../_figures/write-figure';
import type { LeadCount } from './lead-types';

/** "1,234", or "10,000+" where counting ended there. */
export function sayCount({ count, isMore }: LeadCount): string {
  return isMore ? words.leads.moreThan(writeCount(count)) : writeCount(count);
}
