import type { ReactElement } from 'react';
import { Combobox } from '@/app/_ui/Combobox';
import type { Option } from '@/app/_ui/match-options';
import { words } from '@/app/_words/en';
import type { Flow } from '@/flows/schema/flow';
import { customerSlots, slotName } from '@/flows/schema/slots';
import { nameOfSlot } from '../../../../../_slots/name-of-slot';
import { useEditor } from '../../editor-context';

type Props = {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: string | null;
  readonly onChange: (slot: string) => void;
  /** Without it, only what there is can be chosen. */
  readonly onNew?: (name: string) => void;
};
const { form } = words.editor.inspector;

/** One of the facts that every flow knows of a customer, or of this flow's variables. */
export function SlotPicker({ label, isLabelHidden = false, value, onChange, onNew }: Props): ReactElement {
  const variables = useEditor(({ flow }) => flow.variables);
  const options = slotOptions(variables);
  const isKnown = (name: string) => options.some((option) => option.value === name);
  return (
    <Combobox
      label={label}
      isLabelHidden={isLabelHidden}
      value={value}
      options={value === null || isKnown(value) ? options : [...options, { value, label: value }]}
      placeholder={form.pick}
      noMatch={form.noMatch}
      {...(onNew ? { offer: (search: string) => offerNew(search, isKnown) } : {})}
      onChange={(slot) => (isKnown(slot) ? onChange(slot) : onNew?.(slot))}
    />
  );
}

/** Every slot and variable; those of the flow first, since they are fewer. */
export function slotOptions(variables: Flow['variables']): readonly Option<string>[] {
  return [
    ...variables.map(({ name }) => ({ value: name, label: nameOfSlot(name), hint: form.ofFlow })),
    ...Object.keys(customerSlots).map((name) => ({ value: name, label: nameOfSlot(name), hint: form.ofCustomer })),
  ];
}

function offerNew(search: string, isKnown: (name: string) => boolean): Option<string> | null {
  const name = search.toLowerCase().replaceAll(/\s+/g, '_');
  if (isKnown(name) || !slotName.safeParse(name).success) return null;
  return { value: name, label: form.newVariable(name) };
}
