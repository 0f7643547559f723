/** How far somebody has come in a campaign, the furthest that is known. `failed` also after WhatsApp took the message. */
export const stages = [
  'pending',
  'queued',
  'unknown',
  'sent',
  'delivered',
  'read',
  'failed',
  'excluded',
  'cancelled',
] as const;
export type Stage = (typeof stages)[number];

/** A stage as SQL of `campaign_recipients r LEFT JOIN outbox_entries o`. A message that is gone with its conversation was sent. */
export const stageSql = `CASE WHEN r.status <> 'queued' THEN r.status::text WHEN o.id IS NULL THEN 'sent'
  WHEN o.status IN ('queued', 'dispatching', 'cancelled') THEN 'queued'
  WHEN o.status = 'rejected' OR o.delivery = 'failed' THEN 'failed' WHEN o.status = 'unknown' THEN 'unknown'
  WHEN o.delivery IN ('read', 'played') THEN 'read' WHEN o.delivery = 'delivered' THEN 'delivered' ELSE 'sent' END`;

/** What a list of recipients can be narrowed to. */
export const recipientFilterNames = ['all', ...stages, 'replied'] as const;
export type RecipientFilter = (typeof recipientFilterNames)[number];

/** The stages of a filter: who has read a message has got it too. `replied` narrows further. */
export const filteredStages: Readonly<Record<RecipientFilter, readonly Stage[]>> = {
  all: stages,
  pending: ['pending'],
  queued: ['queued'],
  unknown: ['unknown'],
  sent: ['sent', 'delivered', 'read'],
  delivered: ['delivered', 'read'],
  read: ['read'],
  replied: stages,
  failed: ['failed'],
  excluded: ['excluded'],
  cancelled: ['cancelled'],
};
