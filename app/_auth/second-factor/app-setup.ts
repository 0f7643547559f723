/** What the server gave for setting the app up: shown once. */
export type AppSetup = Readonly<{ totpURI: string; backupCodes: readonly string[] }>;
