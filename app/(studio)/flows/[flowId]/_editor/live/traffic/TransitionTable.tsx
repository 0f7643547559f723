import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { writeCount } from '../../../../../_figures/write-figure';
import { useEditorStore } from '../../editor-context';
import { noSelection } from '../../selection';
import type { TransitionTraffic } from '../live-types';
import { byCount } from './order-traffic';
import { PlaceName } from './PlaceName';

const texts = words.editor.live;

/** How many sessions took each transition, and how often; what most took comes first. */
export function TransitionTable({ transitions }: { readonly transitions: readonly TransitionTraffic[] }): ReactElement {
  const store = useEditorStore();
  return (
    <div className="overflow-x-auto px-3 pb-4">
      <table className="w-full text-sm">
        <thead>
          <tr className="text-left text-xs text-ink-soft">
            <th scope="col" className="py-1.5 font-medium">
              {texts.columns.transition}
            </th>
            <th scope="col" className="py-1.5 pl-2 text-right font-medium">
              {texts.columns.sessions}
            </th>
            <th scope="col" className="py-1.5 pl-2 text-right font-medium">
              {texts.columns.times}
            </th>
          </tr>
        </thead>
        <tbody className="hairlines">
          {byCount(transitions).map(({ transition, sessions, times }) => (
            <tr key={transition}>
              <th scope="row" className="max-w-0 w-full text-left font-normal">
                <PlaceName
                  transition={transition}
                  onChoose={() => store.getState().select({ ...noSelection, transition })}
                />
              </th>
              <td className="pl-2 text-right tabular-nums">{writeCount(sessions)}</td>
              <td className="pl-2 text-right tabular-nums">{writeCount(times)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
