import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { writeCount, writeShare } from '../../../../../_figures/write-figure';
import { useEditorStore } from '../../editor-context';
import { noSelection } from '../../selection';
import type { StateTraffic } from '../live-types';
import { byDropOff, hasShares } from './order-traffic';
import { PlaceName } from './PlaceName';
import { shareOf } from './traffic-to-lit';
import { writeStay } from './write-stay';

const texts = words.editor.live;

/** How many came to each state, were lost there and stayed there; where most are lost comes first. */
export function StateTable({ states }: { readonly states: readonly StateTraffic[] }): ReactElement {
  const store = useEditorStore();
  return (
    <div className="overflow-x-auto px-3 pb-4">
      <table className="w-full text-sm">
        <thead>
          <tr className="text-left text-xs text-ink-soft">
            <th scope="col" className="py-1.5 font-medium">
              {texts.columns.state}
            </th>
            <th scope="col" className="py-1.5 pl-2 text-right font-medium">
              {texts.columns.sessions}
            </th>
            <th scope="col" className="py-1.5 pl-2 text-right font-medium">
              {texts.columns.ended}
            </th>
            <th scope="col" className="py-1.5 pl-2 text-right font-medium">
              {texts.columns.stay}
            </th>
          </tr>
        </thead>
        <tbody className="hairlines">
          {byDropOff(states).map((row) => (
            <tr key={row.state}>
              <th scope="row" className="max-w-0 w-full text-left font-normal">
                <PlaceName
                  state={row.state}
                  onChoose={() => store.getState().select({ ...noSelection, states: [row.state] })}
                />
              </th>
              <td className="pl-2 text-right tabular-nums">{writeCount(row.sessions)}</td>
              <td className="pl-2 text-right whitespace-nowrap tabular-nums">{writeLost(row)}</td>
              <td className="pl-2 text-right whitespace-nowrap tabular-nums">
                {row.medianSeconds === null ? texts.none : writeStay(row.medianSeconds)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="pt-3 text-xs text-ink-soft">{texts.columnsBody}</p>
    </div>
  );
}

/** How many were lost, and where enough came which share of them that is. */
export function writeLost({ endedHere, sessions }: StateTraffic): string {
  if (endedHere === 0) return texts.none;
  if (!hasShares(sessions)) return writeCount(endedHere);
  return texts.share(endedHere, writeShare(shareOf(endedHere, sessions)));
}
