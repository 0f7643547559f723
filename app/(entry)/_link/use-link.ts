'use client';

import { useState } from 'react';
import { z } from 'zod';
import { words } from '@/app/_words/en';

type Answers = Readonly<{ name?: string; email?: string; password: string }>;

const refusal = z.object({ message: z.string() });

/** Uses a one-time link: the server signs them in, and the studio opens. */
export function useLink(token: string) {
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const use = async (answers: Answers): Promise<void> => {
    setIsBusy(true);
    setProblem(null);
    const found = await send(token, answers);
    if (found === null) return window.location.assign('/');
    setProblem(found);
    setIsBusy(false);
  };
  return { isBusy, problem, use };
}

/** Null: it worked; else the sentence that says why not. */
async function send(token: string, answers: Answers): Promise<string | null> {
  try {
    const response = await fetch(`/api/auth-links/${encodeURIComponent(token)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(answers),
    });
    if (response.ok) return null;
    const told = refusal.safeParse(await response.json());
    return told.success ? told.data.message : words.entry.signIn.unreachable;
  } catch {
    return words.entry.signIn.unreachable; // no answer, or none of ours
  }
}
