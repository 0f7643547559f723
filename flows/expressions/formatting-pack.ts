import type { LanguagePack } from '@/prompts/language-pack';

/** The words of one language that formats write amounts, times, labels and cities with. */
export type FormattingPack = Pick<LanguagePack, 'format' | 'labels' | 'cities'>;
