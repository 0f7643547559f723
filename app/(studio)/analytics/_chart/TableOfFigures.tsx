import type { Route } from 'next';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { OpenFigure } from '../_shared/OpenFigure';
import type { FigureCell, FigureTable } from './figure-table';

type Props = { readonly label: string; readonly table: FigureTable };

/** Figures in rows; a number that somebody is behind opens the list. */
export function TableOfFigures({ label, table: { columns, rows } }: Props): ReactElement {
  return (
    // It scrolls sideways on a phone: whoever has no pointer must be able to reach that.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section aria-label={label} tabIndex={0} className="overflow-x-auto">
      <table className="w-full text-sm">
        <thead className="text-left text-xs text-ink-soft">
          <tr>
            {columns.map((column, index) => (
              <th key={column} scope="col" className={classNames('py-1.5 font-medium', sideOf(index))}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="hairlines">
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) =>
                index === 0 ? (
                  <th key={columns[0]} scope="row" className="min-w-28 py-2 pr-3 text-left font-normal wrap-anywhere">
                    <Cell cell={cell} />
                  </th>
                ) : (
                  <td key={columns[index]} className={classNames('py-2 whitespace-nowrap', sideOf(index))}>
                    <Cell cell={cell} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ cell }: { readonly cell: FigureCell }): ReactElement {
  // Nobody is behind a nought.
  if (cell.list && cell.value !== 0) return <OpenFigure text={cell.text} list={cell.list} />;
  if (cell.href) {
    return (
      <Link href={cell.href as Route} className="text-accent hover:underline">
        {cell.text}
      </Link>
    );
  }
  return <span className="tabular-nums">{cell.text}</span>;
}

function sideOf(index: number): string {
  return index === 0 ? '' : 'pl-4 text-right';
}
