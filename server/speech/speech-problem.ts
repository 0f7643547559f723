/** Why something could not be heard or said. The codes are stable: rows, screens and logs know them. */
export const speechProblems = {
  'speech.notConfigured': 'No service for voice is configured.',
  'speech.unreachable': 'The service for voice could not be reached.',
  'speech.timeout': 'The service for voice did not answer in time.',
  'speech.busy': 'The service for voice has too much to do.',
  'speech.unavailable': 'The service for voice failed.',
  'speech.paused': 'The service for voice failed several times in a row and is left alone for a moment.',
  'speech.misconfigured': 'The service for voice refuses us: look at the key, the address and the model.',
  'speech.refused': 'The service for voice could do nothing with it.',
  'speech.unreadable': 'What the service for voice answered can not be used.',
  'speech.silent': 'No words were heard in the voice note.',
  'speech.notAudio': 'The file holds no sound that we know.',
  'speech.tooLong': 'It is too long.',
  'speech.noVoice': 'There is no voice for this language.',
  'speech.tooLate': 'It was there too late.',
} as const;
export type SpeechProblem = keyof typeof speechProblems;

/** `retryable`: another try may succeed, not before `retryAfterMs` where that is known. */
export type SpeechFailure = {
  readonly ok: false;
  readonly code: SpeechProblem;
  readonly retryable: boolean;
  readonly retryAfterMs?: number;
};

export function speechFailure(code: SpeechProblem, retryAfterMs?: number): SpeechFailure {
  return { ok: false, code, retryable: passing.has(code), ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}

const passing: ReadonlySet<SpeechProblem> = new Set([
  'speech.unreachable',
  'speech.timeout',
  'speech.busy',
  'speech.unavailable',
  'speech.paused',
]);
