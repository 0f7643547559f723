/** What holds for a contact of whom nothing is known: the first turn then follows the customer's own language. */
export const newContactDefaults = { language: 'en', timezone: 'Asia/Kolkata' } as const;
