import type { ReactElement } from 'react';

type Option<Value extends string> = { readonly value: Value; readonly label: string };

type Props<Value extends string> = {
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly onChoose: (value: Value) => void;
};

/** Values of which pressing one does something at once. */
export function ActList<Value extends string>({ label, options, onChoose }: Props<Value>): ReactElement {
  return (
    <>
      <p className="px-2 pb-1 text-xs font-medium text-ink-soft">{label}</p>
      <ul aria-label={label} className="min-h-0 overflow-y-auto">
        {options.map((option) => (
          <li key={option.value}>
            <button
              type="button"
              onClick={() => onChoose(option.value)}
              className="min-h-9 w-full rounded-lg px-2 text-left text-sm wrap-anywhere hover:bg-sunken"
            >
              {option.label}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
