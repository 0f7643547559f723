'use client';

import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Meter } from '@/app/_ui/Meter';
import { Notice } from '@/app/_ui/Notice';
import { Select } from '@/app/_ui/Select';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { writeCount, writeRupees } from '../../../_figures/write-figure';
import { problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';
import { categoryName } from './category-name';
import type { Costs } from './costs-types';
import { daysOfMonth, lastMonths, monthName, todayInIndia } from './months';

const texts = words.costs;
const MOST_MONTHS = 12;

/** What WhatsApp bills for a month, by category and by day. */
export function Spent(): ReactElement {
  const [months] = useState(() => lastMonths(todayInIndia(Date.now()), MOST_MONTHS));
  const [month, setMonth] = useState(months[0] ?? '');
  const costs = useQuery(useTRPC().costs.summary.queryOptions(daysOfMonth(month)));
  return (
    <section aria-label={texts.total} className="mt-6">
      <Select
        label={texts.month}
        value={month}
        options={months.map((value) => ({ value, label: monthName(value) }))}
        onChange={setMonth}
        className="w-52"
      />
      {costs.isPending ? <Spinner label={texts.loading} className="mt-6 text-sm text-ink-soft" /> : null}
      {costs.data ? <Figures costs={costs.data} /> : null}
      {costs.isError && !costs.data ? (
        <Notice
          icon={TriangleAlert}
          kind="problem"
          title={texts.problem}
          action={<Button onClick={() => void costs.refetch()}>{words.problem.retry}</Button>}
        >
          {problemOf(costs.error)}
        </Notice>
      ) : null}
    </section>
  );
}

function Figures({ costs }: { readonly costs: Costs }): ReactElement {
  const { byCategory, totalInr, contacts, inrPerContact, unpriced, lines } = costs;
  if (lines.length === 0) return <p className="mt-6 text-sm text-ink-soft">{texts.empty}</p>;
  return (
    <div className="mt-6 flex flex-col gap-5">
      <p className="text-sm text-ink-soft">
        <strong className="mr-2 text-2xl font-semibold text-ink">{writeRupees(Number(totalInr))}</strong>
        {texts.contacts(writeCount(contacts))} · {texts.perContact}: {writeRupees(Number(inrPerContact))}
      </p>
      {unpriced === 0 ? null : (
        <p className="rounded-lg bg-mark-soft px-4 py-3 text-sm text-mark-ink">
          {texts.unpriced(writeCount(unpriced))}
        </p>
      )}
      <table className="w-full text-sm">
        <thead className="text-left text-xs text-ink-soft">
          <tr>
            <th className="py-1 font-medium">{texts.category}</th>
            <th className="py-1 text-right font-medium">{texts.messages}</th>
            <th className="py-1 text-right font-medium">{texts.amount}</th>
          </tr>
        </thead>
        <tbody className="hairlines">
          {byCategory.map(({ category, messages, inr }) => (
            <tr key={category}>
              <td className="py-1.5">{categoryName(category)}</td>
              <td className="py-1.5 text-right tabular-nums">{writeCount(messages)}</td>
              <td className="py-1.5 text-right tabular-nums">{writeRupees(Number(inr))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Days lines={lines} />
    </div>
  );
}

function Days({ lines }: Pick<Costs, 'lines'>): ReactElement {
  const byDay = new Map<string, number>();
  for (const { day, inr } of lines) byDay.set(day, (byDay.get(day) ?? 0) + Number(inr ?? 0));
  const most = Math.max(...byDay.values(), 0.01);
  return (
    <div>
      <h2 className="text-sm font-semibold">{texts.byDay}</h2>
      <div className="mt-2 grid gap-2">
        {[...byDay].map(([day, inr]) => (
          <Meter key={day} label={day} share={inr / most} value={writeRupees(inr)} />
        ))}
      </div>
    </div>
  );
}
