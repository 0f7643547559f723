import type { ReactElement } from 'react';
import { useAt, useForm } from '../form/form-context';
import { useWrite } from '../form/use-write';
import { textOf } from '../form/value-at';
import { keyOf } from '../inspector-store';
import { ConditionEditor } from './ConditionEditor';

/** A condition of the form. Without any row it is taken away, where that is allowed. */
export function ConditionField({ path, label }: { readonly path: string; readonly label: string }): ReactElement {
  const { owner } = useForm();
  const source = useAt(path, textOf);
  const write = useWrite();
  return (
    <ConditionEditor
      label={label}
      source={source}
      draftKey={keyOf(owner.key, path)}
      onChange={(changed) => write(path, changed === '' ? undefined : changed, 'typing')}
    />
  );
}
