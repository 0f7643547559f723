import type { ReactElement } from 'react';
import { Tooltip } from '@/app/_ui/Tooltip';
import { words } from '@/app/_words/en';
import type { LeadReason } from '@/server/leads/score-lead';
import { bandOf } from './band-of';
import { ScoreMark } from './ScoreMark';
import { sayScoreReason } from './say-score-reason';

const texts = words.leadsShared;

type Props = { readonly score: number; readonly reasons: readonly LeadReason[] };

/** A score as its word and number; why it is that much appears on hover and on focus. */
export function ScoreBadge({ score, reasons }: Props): ReactElement {
  const why = reasons.length === 0 ? texts.noReasons : reasons.map(sayScoreReason).join(' · ');
  return (
    <Tooltip text={why}>
      {/* A button for the keyboard and the finger: it opens its hint. */}
      <button type="button" aria-label={texts.score(score, texts.bands[bandOf(score)])} className="inline-flex">
        <ScoreMark score={score} />
      </button>
    </Tooltip>
  );
}
