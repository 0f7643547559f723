'use client';

import type { ReactElement } from 'react';
import { Bar, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { axisLook, tooltipLook } from './chart-look';

/** One day's figures: the bar, and the line where there is one. */
export type DayPoint = { readonly day: string; readonly bar: number; readonly line?: number };

type Props = {
  /** What is shown, for who does not see it; the table has the figures. */
  readonly label: string;
  readonly points: readonly DayPoint[];
  readonly barName: string;
  readonly lineName?: string;
  readonly write: (value: number) => string;
};

const HEIGHT = 260;

/** Days side by side: a bar for what there was, and a line with dots for the part of it. */
export function DayChart({ label, points, barName, lineName, write }: Props): ReactElement {
  return (
    <figure aria-label={label} className="m-0">
      <Legend barName={barName} lineName={lineName} />
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <ComposedChart data={[...points]} margin={{ top: 8, right: 8, bottom: 0, left: 0 }}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="day" tickFormatter={shortDay} minTickGap={24} {...axisLook} />
          <YAxis width={44} allowDecimals={false} tickFormatter={write} {...axisLook} />
          <Tooltip
            cursor={{ fill: 'var(--sunken)' }}
            labelFormatter={(day) => longDay(String(day))}
            formatter={(value) => write(Number(value))}
            {...tooltipLook}
          />
          <Bar dataKey="bar" name={barName} fill="var(--accent)" radius={[3, 3, 0, 0]} isAnimationActive={false} />
          {lineName ? (
            <Line
              dataKey="line"
              stroke="var(--surface)"
              strokeWidth={6}
              dot={false}
              activeDot={false}
              tooltipType="none"
              isAnimationActive={false}
            />
          ) : null}
          {lineName ? (
            <Line
              dataKey="line"
              name={lineName}
              stroke="var(--kind-people)"
              strokeWidth={2}
              dot={{ r: 3, fill: 'var(--surface)', stroke: 'var(--kind-people)' }}
              isAnimationActive={false}
            />
          ) : null}
        </ComposedChart>
      </ResponsiveContainer>
    </figure>
  );
}

function Legend({
  barName,
  lineName,
}: Pick<Props, 'barName'> & { readonly lineName: string | undefined }): ReactElement {
  return (
    <figcaption className="mb-1 flex flex-wrap gap-x-5 text-xs text-ink-soft">
      <span className="inline-flex items-center gap-1.5">
        <span aria-hidden className="h-3 w-2 rounded-sm bg-accent" />
        {barName}
      </span>
      {lineName ? (
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden className="h-0.5 w-4 bg-kind-people" />
          {lineName}
        </span>
      ) : null}
    </figcaption>
  );
}

const DAY = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;

function shortDay(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-IN', DAY);
}

function longDay(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-IN', { ...DAY, weekday: 'long' });
}
