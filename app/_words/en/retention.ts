/** What the settings’ part about retention says in English. */
export const retentionWords = {
  title: 'Retention',
  lead: 'How long what customers said is kept. What has been kept long enough is forgotten each night, with its files.',
  loading: 'Reading the settings…',
  problem: 'The settings can’t be read',
  unreadable: 'What was set can’t be read, so nothing is forgotten now. Save to set it anew.',
  conversations: 'Conversations',
  conversationsBody:
    'Days after the last word. Nobody is forgotten for whom something is planned. The contact stays, with consents and opt-outs: they say who may not be written to.',
  records: 'Records',
  recordsBody: 'Days after they were made or ended. Consents and prices of messages are kept for good.',
  /** By the names of the settings. */
  fields: {
    prospectDays: 'Prospects',
    notInterestedDays: 'Not interested, or opted out',
    completedDays: 'Handed to an officer, or completed',
    followUpDays: 'Ended follow-ups',
    importDays: 'Rows of files that were brought in',
    statusDays: 'What WhatsApp reported of messages',
  },
  days: (days: number) => (days === 1 ? '1 day' : `${days} days`),
  aboutYears: (years: string) => `about ${years} years`,
} as const;
