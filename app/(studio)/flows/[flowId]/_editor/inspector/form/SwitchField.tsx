import { type ReactElement, useId } from 'react';
import { useAt } from './form-context';
import { useWrite } from './use-write';

/** On or off. Off is written as nothing where that is allowed: it means the same. */
export function SwitchField({ path, label }: { readonly path: string; readonly label: string }): ReactElement {
  const id = useId();
  const isOn = useAt(path, (value) => value === true);
  const write = useWrite();
  const turnOff = () => {
    if (write(path, undefined) !== null) write(path, false);
  };
  return (
    <div className="flex min-h-7 items-center gap-2">
      <input
        id={id}
        type="checkbox"
        checked={isOn}
        onChange={(event) => (event.target.checked ? write(path, true) : turnOff())}
        className="size-4 shrink-0 accent-accent"
      />
      <label htmlFor={id} className="text-sm">
        {label}
      </label>
    </div>
  );
}
