import { nextAllowed } from '../../outreach/allowed-hours';
import type { OutreachSettings } from '../../outreach/outreach-settings';
import type { CampaignStatus, PauseReason } from '../store';
import type { SettledRecipient, Settling } from './store';

export type SettledWorld = {
  readonly status: CampaignStatus;
  readonly settings: OutreachSettings;
  readonly nowMs: number;
};

/**
 * What the end of a message means for its recipient. Another attempt follows only where this one was surely never sent: it was
 * taken back, its hours were over, or WhatsApp had stopped the template before. In a cancelled campaign none follows.
 */
export function judgeSettled(settled: SettledRecipient, { status, settings, nowMs }: SettledWorld): Settling {
  const { contactId, timezone, send, code, at } = settled;
  const same = { contactId, at, dueAt: null };
  if (send === null || send === 'accepted' || send === 'unknown') return { ...same, status: 'queued', code: null };
  const isAgain = code !== null && (againCodes.has(code) || templateReason(code) !== undefined);
  if (!isAgain)
    return { ...same, status: send === 'rejected' ? 'queued' : 'excluded', code: code ?? 'message.refused' };
  if (status === 'cancelled') return { ...same, status: 'cancelled', code };
  const dueMs = code === 'hours.closed' ? nextAllowed(settings, nowMs, timezone) : nowMs;
  if (dueMs === undefined) return { ...same, status: 'excluded', code };
  return { ...same, status: 'pending', code, dueAt: new Date(dueMs).toISOString() };
}

/** Why a campaign can't go on after a refusal like this; undefined when it can. */
export function templateReason(code: string | null): Extract<PauseReason, `template.${string}`> | undefined {
  return templateReasons.find((reason) => reason === code);
}

const templateReasons = ['template.paused', 'template.disabled', 'template.rejected'] as const;

const againCodes: ReadonlySet<string> = new Set(['hours.closed', 'campaign.paused', 'campaign.cancelled']);
