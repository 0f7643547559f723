'use client';

import { type ReactElement, useId } from 'react';
import { Bar, BarChart, CartesianGrid, LabelList, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { axisLook, tooltipLook } from './chart-look';

/** One bar: those who went on, and those who did not. */
export type Step = { readonly name: string; readonly went: number; readonly stopped: number; readonly total: string };

type Props = {
  readonly label: string;
  readonly steps: readonly Step[];
  readonly wentName: string;
  readonly stoppedName: string;
  readonly write: (value: number) => string;
};

const ROW = 34;
const AXIS = 40;

/** Steps below one another, each a bar: plain for who went on, striped for who did not. */
export function StepsChart({ label, steps, wentName, stoppedName, write }: Props): ReactElement {
  const stripes = useId();
  return (
    <figure aria-label={label} className="m-0">
      <figcaption className="mb-1 flex flex-wrap gap-x-5 text-xs text-ink-soft">
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden className="size-3 rounded-sm bg-accent" />
          {wentName}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden className="size-3 rounded-sm border-2 border-dashed border-kind-people" />
          {stoppedName}
        </span>
      </figcaption>
      <ResponsiveContainer width="100%" height={steps.length * ROW + AXIS}>
        <BarChart
          data={[...steps]}
          layout="vertical"
          margin={{ top: 0, right: 56, bottom: 0, left: 0 }}
          barCategoryGap={8}
        >
          <defs>
            <pattern id={stripes} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="6" height="6" fill="var(--surface)" />
              <rect width="3" height="6" fill="var(--kind-people)" />
            </pattern>
          </defs>
          <CartesianGrid horizontal={false} stroke="var(--line)" />
          <XAxis type="number" allowDecimals={false} tickFormatter={write} {...axisLook} />
          <YAxis type="category" dataKey="name" width={144} interval={0} {...axisLook} />
          <Tooltip cursor={{ fill: 'var(--sunken)' }} formatter={(value) => write(Number(value))} {...tooltipLook} />
          <Bar dataKey="went" name={wentName} stackId="all" fill="var(--accent)" isAnimationActive={false}>
            {/* A bar of nothing has no label: where nobody stopped, the total stands here. */}
            <LabelList
              dataKey={({ stopped, total }: Step) => (stopped === 0 ? total : '')}
              position="right"
              fill="var(--ink-soft)"
              fontSize={12}
            />
          </Bar>
          <Bar
            dataKey="stopped"
            name={stoppedName}
            stackId="all"
            fill={`url(#${stripes})`}
            stroke="var(--kind-people)"
            isAnimationActive={false}
          >
            <LabelList dataKey="total" position="right" fill="var(--ink-soft)" fontSize={12} />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </figure>
  );
}
