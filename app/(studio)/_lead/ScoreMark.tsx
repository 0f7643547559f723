import { Flame, Snowflake, Sun } from 'lucide-react';
import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { words } from '@/app/_words/en';
import { type Band, bandOf } from './band-of';

const texts = words.leadsShared;

type Props = { readonly score: number; readonly className?: string };

/** A score as its word and number, for places that are a link or a button themselves. */
export function ScoreMark({ score, className }: Props): ReactElement {
  const band = bandOf(score);
  const Icon = icons[band];
  return (
    <Badge tone={tones[band]} className={className ?? ''}>
      <Icon aria-hidden className="size-3" />
      {texts.bands[band]} <span className="tabular-nums">{score}</span>
    </Badge>
  );
}

const tones: Readonly<Record<Band, 'danger' | 'mark' | 'plain'>> = { hot: 'danger', warm: 'mark', cold: 'plain' };
const icons = { hot: Flame, warm: Sun, cold: Snowflake } as const;
