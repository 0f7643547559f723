'use client';

import { Pause, Play } from 'lucide-react';
import { type ReactElement, useRef, useState } from 'react';
import { words } from '@/app/_words/en';
import { durationText } from './duration-text';
import { playAlone } from './play-alone';
import { useLastingUrl } from './use-lasting-url';
import { usePlayer } from './use-player';

const texts = words.phone;

type Props = {
  readonly url: string;
  readonly label: string;
  /** Null where nobody has measured it. */
  readonly durationMs: number | null;
};

/** Plays a recording: start and stop, the waveform with the position in it, the time, and how fast. */
export function VoicePlayer({ url: newest, label, durationMs }: Props): ReactElement {
  const { url, renew } = useLastingUrl(newest);
  const { audio, shape, lengthSeconds } = usePlayer(url);
  const [isPlaying, setIsPlaying] = useState(false);
  const [atSeconds, setAtSeconds] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const resumeAt = useRef(0);
  const total = lengthSeconds ?? (durationMs ?? 0) / 1000;
  const toggle = (): void => {
    if (audio.current) playAlone(audio.current, () => setProblem(texts.cannotPlay));
  };
  const moveTo = (seconds: number): void => {
    if (audio.current) audio.current.currentTime = seconds;
    setAtSeconds(seconds);
  };
  const onError = (): void => {
    resumeAt.current = atSeconds;
    if (newest === url) setProblem(texts.cannotPlay);
    else renew();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form.
    <div role="group" aria-label={label} className="mb-1 w-60 max-w-full">
      {/* biome-ignore lint/a11y/useMediaCaption: what was heard stands below it. */}
      <audio
        ref={audio}
        src={url}
        preload="metadata"
        onPlay={() => setIsPlaying(true)}
        onPause={() => setIsPlaying(false)}
        onEnded={() => moveTo(0)}
        onTimeUpdate={({ currentTarget }) => setAtSeconds(currentTarget.currentTime)}
        onLoadedMetadata={() => {
          setProblem(null);
          if (resumeAt.current > 0) moveTo(resumeAt.current);
          resumeAt.current = 0;
        }}
        onError={onError}
      />
      <div className="flex items-center gap-2">
        <PlayButton isPlaying={isPlaying} onPress={toggle} />
        <div className="relative min-w-0 flex-1 rounded-md has-focus-visible:ring-2 has-focus-visible:ring-accent">
          <div ref={shape} aria-hidden className="h-7" />
          <input
            type="range"
            min={0}
            max={Math.max(total, 0.1)}
            step={0.1}
            value={Math.min(atSeconds, total)}
            aria-label={texts.position}
            aria-valuetext={texts.elapsed(durationText(atSeconds), durationText(total))}
            onChange={(event) => moveTo(event.currentTarget.valueAsNumber)}
            className="absolute inset-0 size-full cursor-pointer opacity-0"
          />
        </div>
        <Speed onChange={(speed) => audio.current && Object.assign(audio.current, { playbackRate: speed })} />
      </div>
      <p lang="en" className="pl-11 text-[0.6875rem] text-chat-meta tabular-nums">
        {atSeconds > 0 ? `${durationText(atSeconds)} / ${durationText(total)}` : durationText(total)}
      </p>
      {problem ? <p role="alert">{problem}</p> : null}
    </div>
  );
}

function PlayButton({ isPlaying, onPress }: { readonly isPlaying: boolean; readonly onPress: () => void }) {
  const Icon = isPlaying ? Pause : Play;
  return (
    <button
      type="button"
      aria-label={isPlaying ? texts.pause : texts.play}
      onClick={onPress}
      className="flex size-9 shrink-0 items-center justify-center rounded-full bg-chat-action text-chat-in"
    >
      <Icon aria-hidden className="size-4 fill-current" />
    </button>
  );
}

const speeds = [1, 1.5, 2] as const;

function Speed({ onChange }: { readonly onChange: (speed: number) => void }): ReactElement {
  const [index, setIndex] = useState(0);
  const speed = speeds[index] ?? 1;
  const next = (index + 1) % speeds.length;
  return (
    <button
      type="button"
      aria-label={texts.speed(String(speed))}
      onClick={() => {
        setIndex(next);
        onChange(speeds[next] ?? 1);
      }}
      className="min-h-6 w-10 shrink-0 rounded-full bg-sunken text-xs font-semibold text-chat-ink tabular-nums"
    >
      {speed}×
    </button>
  );
}
