import { words } from '@/app/_words/en';
import { writeShare } from '../../_figures/write-figure';

/** Fewer say nothing: one person more or less would move the share by more than five in a hundred. */
export const LEAST = 20;

/** A part of a whole as "42%"; a dash where the whole is too small to say. */
export function writePart(part: number, whole: number): string {
  return whole < LEAST ? words.analytics.none : writeShare(part / whole);
}
