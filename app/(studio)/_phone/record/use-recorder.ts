'use client';

import { useEffect, useRef, useState } from 'react';
import { type MicrophoneProblem, type Recording, startRecording } from './start-recording';

export const LONGEST_SECONDS = 300;
const TICK_MS = 100;

type State =
  | Readonly<{ type: 'idle'; problem: MicrophoneProblem | null }>
  | Readonly<{ type: 'asking' }>
  | Readonly<{ type: 'recording'; seconds: number; level: number }>;

export type Recorder = Readonly<{
  state: State;
  start: () => void;
  finish: () => Promise<File | null>;
  drop: () => void;
}>;

/** The microphone in the hand of the customer: idle, asking for permission, or recording. Leaving the page drops what runs. */
export function useRecorder(): Recorder {
  const [state, setState] = useState<State>({ type: 'idle', problem: null });
  const recording = useRef<Recording>(null);
  /** Counts the starts, so that a permission that comes too late records nothing. */
  const attempt = useRef(0);
  const isRunning = state.type === 'recording';

  useEffect(() => {
    if (!isRunning) return;
    const begun = performance.now();
    const timer = setInterval(() => {
      const seconds = Math.min(LONGEST_SECONDS, (performance.now() - begun) / 1000);
      if (seconds === LONGEST_SECONDS) recording.current?.pause();
      setState({ type: 'recording', seconds, level: recording.current?.level() ?? 0 });
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [isRunning]);

  useEffect(
    () => () => {
      attempt.current++;
      recording.current?.drop();
    },
    [],
  );

  const start = async (): Promise<void> => {
    const own = ++attempt.current;
    setState({ type: 'asking' });
    const started = await startRecording();
    if (typeof started === 'string') {
      if (own === attempt.current) setState({ type: 'idle', problem: started });
      return;
    }
    if (own !== attempt.current) return started.drop();
    recording.current = started;
    setState({ type: 'recording', seconds: 0, level: 0 });
  };
  const end = (): Recording | null => {
    attempt.current++;
    const ended = recording.current;
    recording.current = null;
    setState({ type: 'idle', problem: null });
    return ended;
  };
  return {
    state,
    start: () => void start(),
    finish: async () => (await end()?.finish()) ?? null,
    drop: () => end()?.drop(),
  };
}
