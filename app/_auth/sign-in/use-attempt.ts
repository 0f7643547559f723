'use client';

import { useState } from 'react';

/** Why signing in did not work. */
export type Refusal = 'wrong' | 'tooOften' | 'refused' | 'unreachable' | 'expired';

type Answer<Data> = Readonly<{
  data: Data | null;
  error: Readonly<{ status: number; code?: string | undefined }> | null;
}>;

/** Runs one try after the other, and says how the last one went; `run` gives null where it was refused. */
export function useAttempt() {
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const run = async <Data>(ask: () => Promise<Answer<Data>>): Promise<Data | null> => {
    setIsBusy(true);
    setRefusal(null);
    try {
      const { data, error } = await ask();
      if (error) setRefusal(refusalOf(error));
      return error ? null : data;
    } catch {
      setRefusal('unreachable'); // no answer at all
      return null;
    } finally {
      setIsBusy(false);
    }
  };
  return { isBusy, refusal, run };
}

function refusalOf({ status, code }: NonNullable<Answer<unknown>['error']>): Refusal {
  if (code === 'INVALID_TWO_FACTOR_COOKIE') return 'expired';
  if (status === 429 || code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE') return 'tooOften';
  if (status === 403) return 'refused';
  return status === 0 || status >= 500 ? 'unreachable' : 'wrong';
}
