/** What is written down because somebody must answer for it. A code is stable for ever. */
export const auditActs = [
  'signIn.succeeded',
  'signIn.failed',
  'signIn.ended',
  'session.revoked',
  'password.changed',
  'password.failed',
  'secondFactor.on',
  'secondFactor.off',
  'secondFactor.failed',
  'secondFactor.codesMade',
  'secondFactor.removed',
  'user.invited',
  'user.invitationWithdrawn',
  'user.passwordLinkMade',
  'user.joined',
  'user.roleChanged',
  'user.changed',
  'user.disabled',
  'user.enabled',
  'lead.phoneShown',
  'lead.exported',
  'lead.changed',
  'conversation.exported',
  'handover.taken',
  'handover.returned',
  'handover.closed',
  'handover.reassigned',
  'consent.given',
  'consent.withdrawn',
  'contact.exported',
  'contact.erased',
  'archive.opened',
  'archive.shredded',
  'flow.published',
  'facts.published',
  'campaign.launched',
  'campaign.approved',
  'campaign.stopped',
  'campaign.wentOn',
  'people.exported',
  'settings.changed',
  'sampleData.loaded',
  'sampleData.removed',
] as const;
export type AuditAct = (typeof auditActs)[number];

/** One act to write down. `detail` holds ids, codes and counts, never personal data. */
export type AuditEntry = Readonly<{
  /** Null for the system itself, and for somebody who could not sign in. */
  actor: Readonly<{ id: string; name: string }> | null;
  act: AuditAct;
  subject: Readonly<{ type: 'contact' | 'flow' | 'campaign' | 'user' | 'facts' | 'settings'; id: string }> | null;
  detail: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}>;
