'use client';

import { ArrowUpRight } from 'lucide-react';
import Link from 'next/link';
import { type ReactElement, useState } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { foldText } from '@/app/_ui/fold-text';
import { words } from '@/app/_words/en';
import { languageName } from '../../_language/language-name';
import { Confidence } from '../../_reading/Confidence';
import { Problems } from '../../_reading/Problems';
import type { TurnToReview } from '../../_reading/reading-types';
import { sayCode } from '../../_reading/say-code';
import { sayEngine } from '../../_reading/say-engine';
import { writeTime } from '../../_time/write-time';

const texts = words.analytics.review;

/** One turn: what the customer wrote, how each reader read it, what was refused, and the way to the conversation. */
export function ReviewRow({ turn }: { readonly turn: TurnToReview }): ReactElement {
  const { used, other, refused } = turn;
  return (
    <li className="grid gap-x-10 gap-y-3 py-5 md:grid-cols-2">
      <div className="min-w-0">
        <p className="mb-1 flex flex-wrap items-center gap-x-2 text-xs text-ink-faint">
          <time dateTime={turn.at} className="tabular-nums">
            {writeTime(turn.at)}
          </time>
          · <span lang={turn.language}>{languageName(turn.language)}</span>
          {turn.channel === 'whatsapp' ? <Badge>{texts.whatsapp}</Badge> : null}
        </p>
        <CustomerWords text={turn.text} language={turn.language} />
        {turn.channel === 'simulator' ? (
          <Link
            href={`/simulator?contact=${turn.contactId}`}
            className="mt-1.5 inline-flex items-center gap-1 text-sm font-medium text-accent hover:underline"
          >
            {texts.open}
            <ArrowUpRight aria-hidden className="size-3.5" />
          </Link>
        ) : null}
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        <dl className="flex flex-col gap-2">
          <ReadingOf reading={used} note={other === null ? null : texts.used} tone="accent" />
          {other === null ? null : (
            <ReadingOf
              reading={other}
              note={other.intent === used.intent ? texts.notUsed : texts.disagrees}
              tone={other.intent === used.intent ? 'plain' : 'mark'}
            />
          )}
        </dl>
        {refused.length > 0 ? <Problems label={texts.refused} problems={refused} /> : null}
      </div>
    </li>
  );
}

/** A list is looked over: a third of what a conversation shows of a long message. */
const FOLDED_CHARACTERS = 240;

function CustomerWords({ text, language }: { readonly text: string | null; readonly language: string }): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  if (text === null) return <p className="text-sm text-ink-faint">{words.analytics.list.withheld}</p>;
  if (text === '') return <p className="text-sm text-ink-faint">{texts.noText}</p>;
  const beginning = foldText(text, FOLDED_CHARACTERS);
  const isFolded = !isOpen && beginning !== text;
  return (
    <blockquote lang={language} className="wrap-anywhere whitespace-pre-line">
      {isFolded ? `${beginning}… ` : text}
      {isFolded ? (
        <button type="button" onClick={() => setIsOpen(true)} className="text-sm font-medium text-accent">
          {texts.readMore}
        </button>
      ) : null}
    </blockquote>
  );
}

type ReadingProps = {
  readonly reading: TurnToReview['used'];
  /** What became of the reading; null where it was the only one. */
  readonly note: string | null;
  readonly tone: 'accent' | 'mark' | 'plain';
};

function ReadingOf({ reading: { engine, intent, confidence }, note, tone }: ReadingProps): ReactElement {
  return (
    <div className="grid grid-cols-[7.75rem_1fr] items-baseline sm:grid-cols-[9.5rem_1fr] gap-x-3">
      <dt className="text-sm text-ink-soft">
        {sayEngine(engine)}
        {note === null ? null : <span className="block text-xs text-ink-faint">{note}</span>}
      </dt>
      <dd className="flex flex-wrap items-center gap-x-2 text-sm">
        <Badge tone={tone} className="text-sm">
          {sayCode(intent)}
        </Badge>
        <span className="ml-auto">
          <Confidence share={confidence} />
        </span>
      </dd>
    </div>
  );
}
