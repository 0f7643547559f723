/** What the settings’ part about handovers says in English. */
export const inboxHandoverWords = {
  title: 'Handover',
  lead: 'When officers are reminded, when a silent one is replaced, and how quickly a customer should be answered.',
  loading: 'Reading the settings…',
  problem: 'The settings can’t be read',
  answering: 'Answering',
  answeringBody: 'The clock starts when a person is asked for. What the bot says does not stop it.',
  silence: 'When an officer is silent',
  silenceBody: 'Counted while the office is open. The customer keeps their place.',
  hours: 'Office hours',
  hoursBody: 'Outside them, the customer is told when somebody will call, and the clocks stand still.',
  fromFacts: 'Keep to the office hours in the product facts',
  fromFactsBody: 'Off: officers work day and night.',
  /** By the names of the settings. */
  fields: {
    slaMinutes: 'An officer answers within (minutes)',
    remindMinutes: 'First reminder after (minutes)',
    escalateMinutes: 'Second reminder after (minutes)',
    reassignMinutes: 'Given to another officer after (minutes)',
    offerReturnMinutes: 'Offer to return it to the bot after (minutes)',
  },
  minutes: (minutes: number) => (minutes === 1 ? '1 minute' : `${minutes} minutes`),
  aboutHours: (hours: string) => (hours === '1' ? '1 hour' : `${hours} hours`),
} as const;
