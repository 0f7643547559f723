/** What one turn and one session may use, so that no drawing and no customer can run away with the machine. */
export const limits = {
  /** States entered in one turn; a flow that needs more goes in a circle without waiting. */
  statesPerTurn: 50,
  /** Turns of one session in one clock hour; a person can't type more, a bot that answers a bot can. */
  turnsPerHour: 240,
  /** Flows that call one another before one has returned. */
  subflowDepth: 8,
} as const;
