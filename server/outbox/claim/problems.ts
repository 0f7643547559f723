/** What the claim says of a message that it does not let go: for an officer, by the claim's own word for it. */
export const claimProblems = {
  'contact.optedOut': 'The customer has asked not to be written to.',
  'officer.owns': 'An officer has taken the conversation over. Only what officers write leaves.',
  'hours.closed':
    'The hours in which this customer may be written to were over before it could leave. It is planned again for the next ones.',
  'contact.marketingStopped': 'The customer has stopped marketing messages from us in WhatsApp.',
  'contact.marketingCapReached':
    'WhatsApp delivers no more marketing to this customer for now. It can be tried again after a day.',
  'template.paused': 'WhatsApp has paused this template for its quality. Use another one.',
  'template.disabled': 'WhatsApp has disabled this template. Make a new one.',
  'template.rejected': 'WhatsApp has not approved this template. Correct it and submit it again.',
  'window.closed': 'The customer last wrote more than 24 hours ago: only an approved template may be sent.',
  'window.closedAndTemplateWent':
    'The customer last wrote more than 24 hours ago. A template went instead of this message.',
  'limit.contactPace':
    'WhatsApp takes only some messages to one customer in a short time. It goes out by itself in its turn.',
  'limit.contactsPerDay':
    'As many customers have been written to as WhatsApp allows in 24 hours. It goes out by itself when there is room.',
} as const;
