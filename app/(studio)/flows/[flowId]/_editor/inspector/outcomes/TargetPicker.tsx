import type { ReactElement } from 'react';
import { Combobox } from '@/app/_ui/Combobox';
import type { Option } from '@/app/_ui/match-options';
import { words } from '@/app/_words/en';
import { useEditorStore } from '../../editor-context';
import { leadTo, type Way } from './lead-to';
import { NOWHERE } from './targets';

type Props = {
  readonly label: string;
  readonly way: Way;
  /** null: nowhere. */
  readonly value: string | null;
  readonly targets: readonly Option<string>[];
};

/** Where a way leads: a state, back, nowhere, or a new state. */
export function TargetPicker({ label, way, value, targets }: Props): ReactElement {
  const store = useEditorStore();
  const shown = value ?? NOWHERE;
  const isKnown = targets.some((target) => target.value === shown);
  return (
    <Combobox
      label={label}
      isLabelHidden
      value={shown}
      options={isKnown ? targets : [{ value: shown, label: shown }, ...targets]}
      noMatch={words.editor.inspector.form.noMatch}
      onChange={(target) => leadTo(store, way, target)}
      className="grow"
    />
  );
}
