import type { ReactElement } from 'react';
import { StatePicker } from '../pickers/StatePicker';
import { useAt } from './form-context';
import { useWrite } from './use-write';
import { textOf } from './value-at';

/** A state of the flow. */
export function StateField({ path, label }: { readonly path: string; readonly label: string }): ReactElement {
  const value = useAt(path, textOf);
  const write = useWrite();
  return <StatePicker label={label} value={value} onChange={(state) => write(path, state)} />;
}
