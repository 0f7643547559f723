import { words } from '@/app/_words/en';
import type { TemplateUse } from '../template-types';

const texts = words.templates;

/** A word of WhatsApp in ours; one that is new stays as it is, in small letters. */
export function sayStatus(status: string): string {
  return find(texts.statuses, status) ?? status.toLowerCase().replaceAll('_', ' ');
}

export function sayReason(reason: string): string {
  return find(texts.reasons, reason) ?? texts.otherReason(reason.toLowerCase().replaceAll('_', ' '));
}

export function sayCategory(category: string): string {
  return find(texts.categories, category) ?? category.toLowerCase();
}

/** Nothing for a quality that says nothing yet. */
export function sayQuality(quality: string | null): string | undefined {
  return quality === null ? undefined : find(texts.qualities, quality);
}

/** Where a template is used, in one sentence. */
export function sayUses(uses: readonly TemplateUse[]): string {
  if (uses.length === 0) return texts.notUsed;
  return texts.usedBy(uses.map(sayUse).join(', '));
}

function sayUse(use: TemplateUse): string {
  switch (use.place) {
    case 'live':
      return texts.uses.live(use.flowName);
    case 'draft':
      return texts.uses.draft(use.flowName);
    case 'campaign':
      return texts.uses.campaign(use.campaignName);
    case 'closedWindow':
      return texts.uses.closedWindow;
    case 'followUps':
      return texts.uses.followUps;
    default:
      return use satisfies never;
  }
}

function find(known: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(known, key) ? known[key] : undefined;
}
