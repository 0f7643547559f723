'use client';

import { type ReactElement, useMemo } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { diffFlows } from '@/flows/edit/diff-flows';
import type { TableProblem } from '@/flows/edit/translation-table';
import { useEditor } from '../editor-context';
import { takeTexts } from './read-texts-file';

const texts = words.editor.languages.file;
const SHOWN = 50;

type Props = { readonly rows: readonly (readonly string[])[]; readonly onTake: () => void };

/** What a translator's table would change, and which of its rows and cells are left out. */
export function ImportedTexts({ rows, onTake }: Props): ReactElement {
  const flow = useEditor((state) => state.flow);
  const taken = useMemo(() => takeTexts(flow, rows), [flow, rows]);
  const changes = useMemo(() => diffFlows(flow, taken.flow), [flow, taken]);
  return (
    <div className="flex flex-col gap-3 text-sm">
      <p role="status" className="font-semibold">
        {texts.changes(taken.changed)}
        {taken.problems.length > 0 ? ` ${texts.problems(taken.problems.length)}` : ''}
      </p>
      {taken.problems.length > 0 ? <LeftOut problems={taken.problems} /> : null}
      {changes.length > 0 ? (
        <Scrolled label={texts.preview}>
          <ul className="hairlines">
            {changes.slice(0, SHOWN).map(({ message }) => (
              <li key={message} className="px-3 py-1.5 wrap-anywhere">
                {message}
              </li>
            ))}
          </ul>
        </Scrolled>
      ) : null}
      {changes.length > SHOWN ? <p className="text-ink-soft">{texts.andMore(changes.length - SHOWN)}</p> : null}
      <Button look="primary" disabled={taken.flow === flow} onClick={onTake} className="self-end">
        {texts.take(taken.changed)}
      </Button>
    </div>
  );
}

function LeftOut({ problems }: { readonly problems: readonly TableProblem[] }): ReactElement {
  return (
    <Scrolled label={texts.reason}>
      <table className="w-full text-left">
        <thead className="bg-sunken text-xs text-ink-soft">
          <tr>
            <th scope="col" className="px-3 py-1.5 font-medium">
              {texts.row}
            </th>
            <th scope="col" className="px-3 py-1.5 font-medium">
              {texts.reason}
            </th>
          </tr>
        </thead>
        <tbody className="hairlines">
          {problems.slice(0, SHOWN).map(({ row, message }) => (
            <tr key={`${row} ${message}`} className="align-top">
              <td className="px-3 py-1.5 tabular-nums">{row}</td>
              <td className="px-3 py-1.5 wrap-anywhere">{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.length > SHOWN ? (
        <p className="px-3 py-1.5 text-ink-soft">{texts.andMore(problems.length - SHOWN)}</p>
      ) : null}
    </Scrolled>
  );
}

function Scrolled({ label, children }: { readonly label: string; readonly children: React.ReactNode }): ReactElement {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="max-h-56 overflow-y-auto rounded-xl border border-line">
      {children}
    </section>
  );
}
