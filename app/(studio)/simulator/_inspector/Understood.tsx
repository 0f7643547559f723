import { Cpu, Sparkles, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import { writeShare } from '../../_figures/write-figure';
import { languageName } from '../../_language/language-name';
import { Confidence } from '../../_reading/Confidence';
import { sayCode } from '../../_reading/say-code';
import { isFailure, sayReason } from '../../_reading/say-reason';
import type { Turn } from '../conversation-types';
import { OtherReading } from './OtherReading';

const texts = words.inspector;

/** Under one percent a reading is no alternative. */
const LEAST_CONFIDENCE = 0.01;

type Understanding = NonNullable<Turn['understanding']>;
type Props = { readonly understanding: Understanding };

/** What was read from the customer's messages, by whom and why, and what the other reader read. */
export function Understood({ understanding }: Props): ReactElement {
  const { intent, confidence, language, script, sentiment, other } = understanding;
  const alternatives = understanding.alternatives.filter((one) => one.confidence >= LEAST_CONFIDENCE).slice(0, 3);
  return (
    <div className="flex flex-col gap-1.5">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
        <Badge tone="accent" className="text-sm">
          {sayCode(intent)}
        </Badge>
        <Confidence share={confidence} />
        {alternatives.length > 0 ? (
          <span className="text-xs text-ink-faint">
            {texts.alternatives}{' '}
            {alternatives.map((one) => `${sayCode(one.intent)} ${writeShare(one.confidence)}`).join(', ')}
          </span>
        ) : null}
      </p>
      <Reader understanding={understanding} />
      {other === null ? null : <OtherReading other={other} understanding={understanding} />}
      <p className="text-xs text-ink-faint">
        {[languageName(language), texts.scripts[script], texts.sentiments[sentiment]].join(' · ')}
      </p>
    </div>
  );
}

function Reader({ understanding: { engine, reason, other } }: Props): ReactElement {
  const hasFailed = isFailure(reason);
  const Icon = hasFailed ? TriangleAlert : engine === 'llm' ? Sparkles : Cpu;
  return (
    <p className="flex gap-1.5 text-xs text-ink-soft">
      <Icon
        aria-hidden
        className={classNames('mt-[3px] size-3.5 shrink-0', hasFailed ? 'text-danger' : 'text-accent')}
      />
      <span>
        <span className="sr-only">{texts.readBy} </span>
        {sayReason(reason)}.{/* Sure of the reading, and yet a model was asked: for the words of the answer. */}
        {reason === 'embedded.confident' && other !== null ? ` ${texts.wordsAsked}` : null}
      </span>
    </p>
  );
}
