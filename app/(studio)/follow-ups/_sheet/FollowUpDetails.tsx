import { ArrowUpRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactElement, ReactNode } from 'react';
import { words } from '@/app/_words/en';
import { languageName } from '../../_language/language-name';
import { writeTime } from '../../_time/write-time';
import { StatusMark } from '../_list/StatusMark';
import { timeOf } from '../_list/shows';
import type { FollowUp } from '../follow-up-types';
import { Acts } from './Acts';
import { Section } from './Section';
import { sayStatusReason, sayStep } from './say-step';
import { WordsOf } from './WordsOf';

const texts = words.followUps;

type Props = { readonly row: FollowUp; readonly onDone: () => void };

/** Who, when, what was said, why then, what will be said, and what can be done about it. */
export function FollowUpDetails({ row, onDone }: Props): ReactElement {
  const { contactId, contactPhone, channel, language, summary, status, statusReason } = row;
  return (
    <div className="flex flex-col gap-5 pt-1">
      <div>
        <p className="flex flex-wrap items-center gap-x-2 text-sm">
          <span className="text-ink-soft">{timeLabel(row)}</span>
          <time dateTime={timeOf(row)} className="font-semibold">
            {writeTime(timeOf(row))}
          </time>
          <StatusMark row={row} now={new Date()} />
        </p>
        <p className="flex flex-wrap gap-x-2 text-xs text-ink-faint">
          <span>{contactPhone ?? texts.channels[channel]}</span>
          <span lang={language}>{languageName(language)}</span>
          <span>{origin(row)}</span>
        </p>
        {channel === 'simulator' ? (
          <Link
            href={`/simulator?contact=${contactId}`}
            className="mt-1.5 inline-flex items-center gap-1 text-sm font-medium text-accent hover:underline"
          >
            {texts.sheet.conversation}
            <ArrowUpRight aria-hidden className="size-3.5" />
          </Link>
        ) : null}
      </div>
      {status === 'planned' ? <Acts row={row} onDone={onDone} /> : null}
      {row.authorHasLeft && status === 'planned' ? <Remark>{texts.leftBody(row.text)}</Remark> : null}
      {row.pausedAt !== null && status === 'planned' ? <Remark>{texts.pausedBody}</Remark> : null}
      {statusReason === null ? null : (
        <Section title={status === 'planned' ? texts.sheet.why : texts.sheet.stopped}>
          <p className="text-sm">{sayStatusReason(statusReason)}</p>
        </Section>
      )}
      <Section title={texts.sheet.said}>
        <p className="text-sm wrap-anywhere whitespace-pre-wrap">
          {summary === '' ? texts.sheet.nothingSaid : summary}
        </p>
      </Section>
      <Section title={texts.sheet.why}>
        <Steps row={row} />
      </Section>
      <WordsOf row={row} />
    </div>
  );
}

function timeLabel({ status, answeredAt, sentAt }: FollowUp): string {
  if (answeredAt !== null) return texts.sheet.answered;
  if (sentAt !== null) return texts.sheet.sent;
  return status === 'planned' || status === 'queued' ? texts.sheet.due : texts.sheet.wasDue;
}

function origin({ origin: by, author, authorHasLeft }: FollowUp): string {
  const who = author && authorHasLeft ? texts.whoLeft(author) : author;
  if (by === 'officer') return texts.byHand(who || null);
  return who ? `${texts.byFlow}, ${texts.changedBy(who)}` : texts.byFlow;
}

function Steps({ row: { steps } }: { readonly row: FollowUp }): ReactElement {
  if (steps.length === 0) return <p className="text-sm">{texts.sheet.noSteps}</p>;
  return (
    <ol className="flex flex-col gap-1 text-sm">
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have an order and no name
        <li key={index} className="flex gap-2.5">
          <span aria-hidden className="mt-2 size-1.5 shrink-0 rounded-full bg-accent" />
          <span className="min-w-0">{sayStep(step)}</span>
        </li>
      ))}
    </ol>
  );
}

function Remark({ children }: { readonly children: ReactNode }): ReactElement {
  return <p className="rounded-lg bg-mark-soft px-3 py-2 text-sm text-mark-ink">{children}</p>;
}
