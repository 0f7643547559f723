/** The limits of WhatsApp that the claim keeps, a little below what is allowed. Source: Cloud API reference, sections 7 and 12. */
export const sendLimits = {
  /** One message to a contact in 6 seconds in the long run. */
  contactGapSeconds: 6,
  /** As many at once after a rest; WhatsApp allows 45. */
  contactBurst: 40,
  /** Messages a second of a number of which nothing was read yet. */
  throughput: 80,
  /** Of the number's throughput, in and out together: 79 of 80. The rest is for what arrives closer together than it left. */
  share: 0.9875,
  /** So much of the throughput is left for what goes out, however much comes in. */
  leastShare: 0.25,
  /** What was not used in the last moments may be made up for: one message of 80 a second. */
  catchUpSeconds: 0.0125,
  /** A conversation that would be one too many today is looked at again after this. */
  openingPauseMinutes: 15,
  /** A minute of the 24 hours is left for the way. */
  window: '23 hours 59 minutes',
} as const;
