import type { FollowUpSettings } from './follow-up-settings';
import { readFollowUpSettings } from './store';

/** The settings as they stood a few seconds ago at most: they are asked for with every turn. */
export async function followUpSettingsNow(): Promise<FollowUpSettings> {
  const now = performance.now();
  if (known && now - known.readAt < ageMs) return known.settings;
  known = { readAt: now, settings: await readFollowUpSettings() };
  return known.settings;
}

const ageMs = 5_000;
let known: { readonly readAt: number; readonly settings: FollowUpSettings } | undefined;
