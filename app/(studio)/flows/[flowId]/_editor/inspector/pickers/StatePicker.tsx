import type { ReactElement } from 'react';
import { Combobox } from '@/app/_ui/Combobox';
import { words } from '@/app/_words/en';
import { useEditor } from '../../editor-context';
import { stateOptions } from './state-options';

type Props = {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: string;
  readonly onChange: (state: string) => void;
};
const { form } = words.editor.inspector;

/** One of the states of the flow. */
export function StatePicker({ label, isLabelHidden = false, value, onChange }: Props): ReactElement {
  const options = useEditor(({ flow }) => stateOptions(flow.states));
  const isKnown = options.some((option) => option.value === value);
  return (
    <Combobox
      label={label}
      isLabelHidden={isLabelHidden}
      value={value}
      options={isKnown ? options : [{ value, label: value }, ...options]}
      placeholder={form.pick}
      noMatch={form.noMatch}
      onChange={onChange}
    />
  );
}
