import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { writeCount } from '../../../../_figures/write-figure';
import type { BadRow } from '../../../campaign-types';

const texts = words.campaigns.import;

/** Rows as they stand in the file, each with what is wrong. */
export function BadTable({ rows }: { readonly rows: readonly BadRow[] }): ReactElement {
  return (
    <section
      aria-label={texts.badList}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
      tabIndex={0}
      className="mt-3 max-h-96 overflow-auto rounded-xl border border-line"
    >
      <table className="w-full text-sm">
        <thead className="sticky top-0 bg-sunken text-left text-xs text-ink-soft">
          <tr>
            <th className="px-3 py-1.5 font-medium">{texts.row}</th>
            <th className="px-3 py-1.5 font-medium">{texts.why}</th>
            <th className="px-3 py-1.5 font-medium">{texts.value}</th>
          </tr>
        </thead>
        <tbody className="hairlines">
          {rows.map(({ row, sentence, column, value, cells }) => (
            <tr key={row} className="align-top">
              <td className="px-3 py-1.5 tabular-nums">{writeCount(row)}</td>
              <td className="min-w-56 px-3 py-1.5">
                {sentence}
                {column === null ? null : (
                  <span className="block text-xs text-ink-soft">
                    {column}:{' '}
                    <span className="font-medium wrap-anywhere">{value === '' ? texts.emptySamples : value}</span>
                  </span>
                )}
              </td>
              <td className="max-w-72 truncate px-3 py-1.5 text-ink-soft" title={cells.join(' · ')}>
                {cells.join(' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
