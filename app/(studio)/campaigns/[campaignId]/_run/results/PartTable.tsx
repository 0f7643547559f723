import { type ReactElement, useId } from 'react';
import { words } from '@/app/_words/en';
import { writeCount, writeRupees, writeShare } from '../../../../_figures/write-figure';
import type { ResultRow } from './group-results';

const { results: texts, figures } = words.campaigns.run;
const columns = ['sent', 'delivered', 'read', 'replied', 'qualified'] as const;

type Props = {
  readonly title: string;
  /** What a row stands for. */
  readonly part: string;
  readonly rows: readonly ResultRow[];
  readonly nameOf: (key: string) => string;
};

/** The same counts for each language, or each variant, so that they can be compared. */
export function PartTable({ title, part, rows, nameOf }: Props): ReactElement | null {
  const id = useId();
  if (rows.length < 2) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-base font-semibold">
        {title}
      </h2>
      <div className="mt-2 overflow-x-auto">
        <table className="w-full min-w-[36rem] text-sm">
          <thead className="text-left text-xs text-ink-soft">
            <tr>
              <th className="py-1 font-medium">{part}</th>
              {columns.map((column) => (
                <th key={column} className="py-1 text-right font-medium">
                  {figures[column]}
                </th>
              ))}
              <th className="py-1 text-right font-medium">{texts.perQualified}</th>
            </tr>
          </thead>
          <tbody className="hairlines">
            {rows.map(({ key, inrPerQualified, ...counts }) => (
              <tr key={key}>
                <th scope="row" className="py-1.5 text-left font-medium">
                  {nameOf(key)}
                </th>
                {columns.map((column) => (
                  <td key={column} className="py-1.5 text-right tabular-nums">
                    {writeCount(counts[column])}
                    {column === 'sent' || counts.sent === 0 ? null : (
                      <span className="ml-1.5 text-xs text-ink-soft">{writeShare(counts[column] / counts.sent)}</span>
                    )}
                  </td>
                ))}
                <td className="py-1.5 text-right tabular-nums">
                  {inrPerQualified === null ? texts.none : writeRupees(inrPerQualified)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
