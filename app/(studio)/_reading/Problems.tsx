import type { ReactElement } from 'react';
import { sayProblem } from './say-problem';

type Props = { readonly label: string; readonly problems: readonly { readonly code: string; readonly text: string }[] };

/** Why a model's draft was not said: what is wrong in plain words, and the part of the draft that it is about. */
export function Problems({ label, problems }: Props): ReactElement {
  return (
    <div className="text-xs">
      <p className="font-medium text-danger">{label}</p>
      <ul aria-label={label} className="mt-0.5 flex flex-col gap-0.5 border-l-2 border-danger-soft pl-2.5">
        {problems.map(({ code, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a draft's problems never change, and may repeat.
          <li key={index} className="text-ink-soft wrap-anywhere">
            {sayProblem(code)}: <q className="text-ink">{text}</q>
          </li>
        ))}
      </ul>
    </div>
  );
}
