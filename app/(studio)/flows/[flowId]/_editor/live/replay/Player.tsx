import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react';
import { type ReactElement, useEffect, useId, useState } from 'react';
import { IconButton } from '@/app/_ui/IconButton';
import { Segments } from '@/app/_ui/Segments';
import { words } from '@/app/_words/en';
import { writeTime } from '../../../../../_time/write-time';
import { useLatest } from '../../outline/use-latest';
import type { ReplayStep } from '../live-types';

const texts = words.editor.live.replay;
const STEP_MS = 2_000;

type Speed = 1 | 4;
const speeds = [
  { id: '1', label: texts.speeds[1] },
  { id: '4', label: texts.speeds[4] },
] as const satisfies { id: `${Speed}`; label: string }[];

type Props = {
  readonly steps: readonly ReplayStep[];
  readonly index: number;
  readonly onIndex: (index: number) => void;
};

/** Moves through a conversation: by a slider, step by step, or by itself. */
export function Player({ steps, index, onIndex }: Props): ReactElement {
  const id = useId();
  const [speed, setSpeed] = useState<`${Speed}`>('1');
  const [isPlaying, setPlaying] = usePlaying({ steps, index, onIndex }, STEP_MS / Number(speed));
  const last = steps.length - 1;
  const said = texts.step(index + 1, steps.length, writeTime(steps[index]?.at ?? ''));
  const jump = (to: number): void => {
    setPlaying(false);
    onIndex(to);
  };
  return (
    <div className="flex flex-col gap-1 border-b border-line px-4 py-3">
      <label htmlFor={id} className="sr-only">
        {texts.scrubber}
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={last}
        value={index}
        aria-valuetext={said}
        onChange={(event) => jump(Number(event.target.value))}
        className="h-6 w-full accent-accent"
      />
      <div className="flex flex-wrap items-center gap-1">
        <IconButton
          icon={ChevronLeft}
          label={texts.previous}
          disabled={index === 0}
          onClick={() => jump(Math.max(0, index - 1))}
        />
        <IconButton
          icon={isPlaying ? Pause : Play}
          label={isPlaying ? texts.pause : texts.play}
          onClick={() => {
            if (!isPlaying && index === last) onIndex(0);
            setPlaying(!isPlaying);
          }}
        />
        <IconButton
          icon={ChevronRight}
          label={texts.next}
          disabled={index === last}
          onClick={() => jump(Math.min(last, index + 1))}
        />
        <p role="status" className="min-w-0 flex-1 truncate px-1 text-xs text-ink-soft">
          {said}
        </p>
        <Segments label={texts.speed} segments={speeds} active={speed} onChange={setSpeed} />
      </div>
    </div>
  );
}

/** Goes on by itself until the last step. Nothing glides: each step is simply shown, so it suits reduced motion too. */
function usePlaying(props: Props, everyMs: number) {
  const [isPlaying, setPlaying] = useState(false);
  const latest = useLatest(props);
  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = setInterval(() => {
      const { steps, index, onIndex } = latest.current;
      if (index >= steps.length - 1) setPlaying(false);
      else onIndex(index + 1);
    }, everyMs);
    return () => clearInterval(timer);
  }, [isPlaying, everyMs, latest]);
  return [isPlaying, setPlaying] as const;
}
