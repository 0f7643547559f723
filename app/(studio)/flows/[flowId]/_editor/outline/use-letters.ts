'use client';

import { useCallback, useRef } from 'react';

/** Letters that follow one another faster than this are one word. */
const PAUSE_MS = 700;

/** Puts letters that are typed quickly together. The same letter again is the letter alone: it goes on to the next. */
export function useLetters(): (letter: string) => string {
  const written = useRef({ letters: '', at: 0 });
  return useCallback((letter) => {
    const now = Date.now();
    const { letters, at } = written.current;
    const isMore = now - at < PAUSE_MS && letters !== letter;
    written.current = { letters: isMore ? letters + letter : letter, at: now };
    return written.current.letters;
  }, []);
}
