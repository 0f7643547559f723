import { type ReactElement, type ReactNode, useId, useRef, useState } from 'react';
import { Segments } from '@/app/_ui/Segments';
import { words } from '@/app/_words/en';
import type { FigureTable } from './figure-table';
import { SaveMenu } from './SaveMenu';
import { TableOfFigures } from './TableOfFigures';

const texts = words.analytics.chart;
const views = [
  { id: 'chart', label: texts.chart },
  { id: 'table', label: texts.table },
] as const;

type Props = {
  readonly title: string;
  readonly body?: string;
  /** What its files are called, without their ending. */
  readonly file: string;
  readonly table: FigureTable;
  /** Left out where the table says it better. */
  readonly chart?: ReactNode;
  /** False where the chart is a list of sentences: a table says as much. */
  readonly hasPicture?: boolean;
};

/** Figures with their title: as a chart or as the table of the same figures, and as files. */
export function ChartFrame({ title, body, file, table, chart, hasPicture = true }: Props): ReactElement {
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const [problem, setProblem] = useState<string | null>(null);
  const drawing = useRef<HTMLDivElement>(null);
  const id = useId();
  const isChart = chart !== undefined && view === 'chart';
  return (
    <section aria-labelledby={id}>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1 basis-72">
          <h2 id={id} className="text-base font-semibold">
            {title}
          </h2>
          {body ? <p className="text-sm text-ink-soft">{body}</p> : null}
        </div>
        <div className="flex items-center gap-1">
          {chart === undefined ? null : (
            <div className="w-40">
              <Segments label={texts.view(title)} segments={views} active={view} onChange={setView} />
            </div>
          )}
          <SaveMenu
            title={title}
            file={file}
            table={table}
            drawing={drawing}
            hasPicture={isChart && hasPicture}
            onProblem={setProblem}
          />
        </div>
      </div>
      {problem ? (
        <p role="alert" className="mt-2 text-sm text-danger">
          {problem}
        </p>
      ) : null}
      <div ref={drawing} className="mt-3">
        {isChart ? chart : <TableOfFigures label={title} table={table} />}
      </div>
    </section>
  );
}
