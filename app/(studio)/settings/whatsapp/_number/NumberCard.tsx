import { type ReactElement, useId } from 'react';
import { Meter } from '@/app/_ui/Meter';
import { words } from '@/app/_words/en';
import { writeCount } from '../../../_figures/write-figure';
import { writeTime } from '../../../_time/write-time';
import type { KnownNumber } from '../whatsapp-types';
import { Checklist } from './Checklist';
import { TestMessage } from './TestMessage';

const texts = words.whatsapp.numbers;

type Props = { readonly number: KnownNumber; readonly openedToday: number };

/** One number: what WhatsApp says of it, its limits, and a way to try it. */
export function NumberCard({ number, openedToday }: Props): ReactElement {
  const { phoneNumberId, displayNumber, name, checks, checkedAt } = number;
  const id = useId();
  return (
    <section aria-labelledby={id} className="rounded-2xl border border-line bg-surface p-4 shadow-card sm:p-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 id={id} className="min-w-0 text-base font-semibold wrap-anywhere">
          {[displayNumber ?? phoneNumberId, name].filter((part) => part !== null).join(' · ')}
        </h3>
        <p className="text-xs text-ink-faint">
          {checkedAt === null ? texts.notChecked : texts.checkedAt(writeTime(checkedAt.toISOString()))}
        </p>
      </div>
      {checks.length === 0 ? null : <Checklist checks={checks} />}
      <Limits number={number} openedToday={openedToday} />
      <TestMessage account={phoneNumberId} />
    </section>
  );
}

function Limits({ number: { throughput, contactsPerDay }, openedToday }: Props): ReactElement {
  const most = contactsPerDay === null ? null : writeCount(contactsPerDay);
  return (
    <div className="mt-4 grid items-start gap-x-8 gap-y-3 border-t border-line pt-4 sm:grid-cols-2">
      <p className="flex items-baseline justify-between gap-2 text-xs">
        <span className="text-ink-soft">{texts.speed}</span>
        <span className="font-semibold tabular-nums">{writeCount(throughput)}</span>
      </p>
      <Meter
        label={texts.people}
        share={contactsPerDay === null ? 0 : openedToday / contactsPerDay}
        value={texts.peopleOf(writeCount(openedToday), most)}
      />
    </div>
  );
}
