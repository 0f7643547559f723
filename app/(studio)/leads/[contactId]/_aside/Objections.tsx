import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { sayCode } from '../../../_reading/say-code';
import { writeTime } from '../../../_time/write-time';
import type { LeadDetails } from '../lead-page-types';
import { Section } from '../Section';

const texts = words.leadPage.objections;

type Props = {
  readonly objections: LeadDetails['objections'];
  /** What was said and answered is left out. */
  readonly isMasked: boolean;
};

/** What they were worried about, and what was answered. */
export function Objections({ objections, isMasked }: Props): ReactElement {
  return (
    <Section title={texts.title}>
      {objections.length === 0 ? <p className="text-sm text-ink-soft">{texts.none}</p> : null}
      <ul className="hairlines">
        {objections.map(({ turnId, intent, at, words: said, answer }) => (
          <li key={turnId} className="py-2">
            <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
              <span className="font-semibold first-letter:uppercase">{sayCode(intent)}</span>
              <time dateTime={at} className="text-xs text-ink-faint">
                {writeTime(at)}
              </time>
            </p>
            {said === null ? null : <p className="text-sm wrap-anywhere">“{said}”</p>}
            {isMasked ? null : (
              <p className="line-clamp-3 text-sm text-ink-soft wrap-anywhere">
                {answer === null ? texts.open : `${texts.answered} ${answer}`}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
