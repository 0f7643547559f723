import { type ReactElement, useState } from 'react';
import { LineInput } from './LineInput';

type Props = {
  readonly label: string;
  readonly value: string;
  /** Why a text can't be the name; null when it can. */
  readonly problemOf: (text: string) => string | null;
  readonly onCommit: (text: string) => void;
};

/** A name that other parts of the flow use: it is written as a whole, when the field is left or Enter is pressed. */
export function NameLine({ label, value, problemOf, onCommit }: Props): ReactElement {
  const [draft, setDraft] = useState({ of: value, text: value });
  const typed = draft.of === value ? draft.text : value;
  const problem = typed === value ? null : problemOf(typed);
  return (
    <LineInput
      label={label}
      isLong={false}
      isMono
      typed={{
        value: typed,
        problem,
        handlers: { onChange: (event) => setDraft({ of: value, text: event.currentTarget.value }) },
      }}
      onLeave={() => (typed === value || problem !== null ? undefined : onCommit(typed))}
    />
  );
}
