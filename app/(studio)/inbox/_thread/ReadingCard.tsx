'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { languageName } from '../../_language/language-name';
import { Confidence } from '../../_reading/Confidence';
import { sayCode } from '../../_reading/say-code';
import { sayReason } from '../../_reading/say-reason';
import { nameOfSlot } from '../../_slots/name-of-slot';
import { writeValue } from '../../_slots/write-value';
import { problemOf } from '../../_trpc/problem-of';
import { useTRPC } from '../../_trpc/trpc';
import type { BotReading } from '../inbox-types';

const texts = words.inbox.reading;

/** What the bot made of a message: intent, language, facts, and where it went. */
export function ReadingCard({ turnId }: { readonly turnId: string }): ReactElement {
  const reading = useQuery(useTRPC().conversations.reading.queryOptions({ turnId }));
  return (
    <section aria-label={texts.title} className="mt-1 rounded-lg border border-line bg-surface p-3 text-sm text-ink">
      {reading.isPending ? <Spinner label={texts.loading} className="text-xs text-ink-soft" /> : null}
      {reading.isError ? (
        <p role="alert" className="text-xs text-danger">
          {problemOf(reading.error)}
        </p>
      ) : null}
      {reading.data ? <Read reading={reading.data} /> : null}
    </section>
  );
}

type ReadProps = { readonly reading: BotReading };

function Read({ reading: { understanding, path, slots } }: ReadProps): ReactElement {
  if (understanding === null) return <p className="text-xs text-ink-soft">{texts.none}</p>;
  const { intent, confidence, language, script, sentiment, reason } = understanding;
  const about = [languageName(language), words.inspector.scripts[script], words.inspector.sentiments[sentiment]];
  return (
    <div className="flex flex-col gap-1.5">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone="accent">{sayCode(intent)}</Badge>
        <Confidence share={confidence} />
      </p>
      <p className="text-xs text-ink-faint">
        {about.join(' · ')} · {sayReason(reason)}
      </p>
      {slots.length === 0 ? (
        <p className="text-xs text-ink-faint">{texts.noFacts}</p>
      ) : (
        <dl className="flex flex-col gap-0.5 text-xs">
          {slots.map(({ slot, value, span }) => (
            <div key={slot} className="flex flex-wrap gap-x-2">
              <dt className="text-ink-soft">{nameOfSlot(slot)}</dt>
              <dd className="font-semibold wrap-anywhere">
                {writeValue(slot, value)}
                {span ? <span className="ml-1.5 font-normal text-ink-faint">“{span.text}”</span> : null}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {path.length === 0 ? null : (
        <p className="text-xs text-ink-soft">
          {texts.path} {path.map(({ state }) => sayCode(state)).join(' → ')}
        </p>
      )}
    </div>
  );
}
