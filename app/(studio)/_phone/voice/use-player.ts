'use client';

import { useTheme } from 'next-themes';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type WaveSurfer from 'wavesurfer.js';

/** What a player shows and can do. */
export type Player = Readonly<{
  audio: RefObject<HTMLAudioElement | null>;
  /** Where the waveform is drawn. */
  shape: RefObject<HTMLDivElement | null>;
  /** Null until it is known: a recording from a browser does not say how long it is. */
  lengthSeconds: number | null;
}>;

/** Draws the real samples of what `audio` plays. The library is loaded only where there is something to play. */
export function usePlayer(url: string): Player {
  const audio = useRef<HTMLAudioElement>(null);
  const shape = useRef<HTMLDivElement>(null);
  const wave = useRef<WaveSurfer>(null);
  const { resolvedTheme } = useTheme();
  const [lengthSeconds, setLengthSeconds] = useState<number | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the audio element plays `url`; another file is drawn anew.
  useEffect(() => {
    let isGone = false;
    void import('wavesurfer.js').then(({ default: library }) => {
      const [container, media] = [shape.current, audio.current];
      if (isGone || !container || !media) return;
      wave.current = library.create({ ...look, ...coloursOf(container), container, media });
      wave.current.on('ready', setLengthSeconds);
    });
    return () => {
      isGone = true;
      wave.current?.destroy();
      wave.current = null;
    };
  }, [url]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a canvas does not follow the theme by itself.
  useEffect(() => {
    if (shape.current) wave.current?.setOptions(coloursOf(shape.current));
  }, [resolvedTheme]);

  return { audio, shape, lengthSeconds };
}

/** The slider over it moves the position, by pointer and by keyboard alike. */
const look = {
  height: 28,
  normalize: true,
  barWidth: 2,
  barGap: 2,
  barRadius: 2,
  cursorWidth: 0,
  interact: false,
} as const;

function coloursOf(element: HTMLElement): { readonly waveColor: string; readonly progressColor: string } {
  const style = getComputedStyle(element);
  return {
    waveColor: style.getPropertyValue('--chat-meta').trim(),
    progressColor: style.getPropertyValue('--chat-action').trim(),
  };
}
