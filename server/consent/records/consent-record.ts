/** What a contact agreed to or took back, as officers see it. */
export type ConsentView = Readonly<{
  id: string;
  purpose: string;
  status: 'given' | 'withdrawn';
  noticeVersion: string | null;
  /** What that notice said in the contact's language; null where nobody can tell any more. */
  notice: string | null;
  /** The flow, as it is called now, whose words these are; null where the notice was written down in the settings. */
  noticeFlow: string | null;
  language: string;
  channel: 'whatsapp' | 'simulator';
  /** Our id of the message that proves it, to show it in the conversation. */
  messageId: string | null;
  /** How else it was given or taken back. */
  proof: string | null;
  at: Date;
}>;

/** All of it, the newest first, and what it comes to. */
export type Consents = Readonly<{
  records: readonly ConsentView[];
  optedOutAt: Date | null;
  marketingStoppedAt: Date | null;
}>;
