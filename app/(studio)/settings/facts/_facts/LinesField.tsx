import { type ReactElement, useId } from 'react';

type Props = {
  readonly label: string;
  readonly value: string;
  /** Of what is written in it. */
  readonly language?: string;
  readonly onChange: (value: string) => void;
};

/** Several lines: a list, one a line, or a text. It grows with what is in it. The server says what is wrong: a field that is folded away could not. */
export function LinesField({ label, value, language, onChange }: Props): ReactElement {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <textarea
        id={id}
        rows={3}
        {...(language === undefined ? {} : { lang: language })}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="field-sizing-content max-h-80 min-h-20 w-full rounded-lg border border-line bg-surface px-3 py-2 text-sm shadow-card hover:border-line-strong max-md:text-base"
      />
    </div>
  );
}
