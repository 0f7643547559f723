import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** The rules of the guidelines, by their levels. */
export const guidelines = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** Axe on what a page shows, or on the part of it that a selector names. */
export function axeOn(page: Page, part?: string): AxeBuilder {
  // No page has frames, so what is found need not be gathered in a blank one, which takes three times as long.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  return part === undefined ? axe : axe.include(part);
}

/** What it finds serious or worse: each rule with the elements that break it. */
export async function seriousProblems(axe: AxeBuilder): Promise<readonly string[]> {
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
