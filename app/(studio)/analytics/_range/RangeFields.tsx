import { type ReactElement, useId, useState } from 'react';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { rangeProblem } from '../analytics-place';

const texts = words.analytics.range;

type Range = { readonly from: string; readonly until: string };
type Props = Range & { readonly onChange: (range: Range) => void };

/** Two days. What can't be counted stays in the fields with a sentence, and the figures stay those of the days before. */
export function RangeFields({ from, until, onChange }: Props): ReactElement {
  const [typed, setTyped] = useState<Range>({ from, until });
  const [told, setTold] = useState<Range>({ from, until });
  const [seen, setSeen] = useState<Range>({ from, until });
  const id = useId();
  if (!isSame(seen, { from, until })) {
    setSeen({ from, until });
    // What was told from here comes back a moment later: by then somebody may be typing on.
    if (!isSame(told, { from, until })) setTyped({ from, until });
  }
  const problem = rangeProblem(typed);
  const change = (part: Partial<Range>): void => {
    const next = { ...typed, ...part };
    setTyped(next);
    if (rangeProblem(next) !== null) return;
    setTold(next);
    onChange(next);
  };
  const field = (name: keyof Range) => (
    <TextField
      label={texts[name]}
      type="date"
      value={typed[name]}
      aria-invalid={problem !== null}
      aria-describedby={problem === null ? undefined : id}
      onChange={(event) => change({ [name]: event.target.value })}
    />
  );
  return (
    <fieldset className="mt-2 grid grid-cols-2 gap-2">
      <legend className="sr-only">{texts.label}</legend>
      {field('from')}
      {field('until')}
      {problem === null ? null : (
        <p id={id} role="alert" className="col-span-2 text-sm text-danger">
          {problem} {texts.kept}
        </p>
      )}
    </fieldset>
  );
}

function isSame(one: Range, other: Range): boolean {
  return one.from === other.from && one.until === other.until;
}
