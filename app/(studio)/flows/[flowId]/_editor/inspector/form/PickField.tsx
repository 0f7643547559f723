import type { ReactElement } from 'react';
import { Combobox } from '@/app/_ui/Combobox';
import { Select } from '@/app/_ui/Select';
import { words } from '@/app/_words/en';
import { wordOfValue } from './field-words';
import { useAt } from './form-context';
import { useWrite } from './use-write';
import { textOf } from './value-at';

type Props = { readonly values: readonly string[]; readonly path: string; readonly label: string };

const MOST_IN_SELECT = 8;

/** One of a fixed list of values: long lists are searched. */
export function PickField({ values, path, label }: Props): ReactElement {
  const value = useAt(path, textOf);
  const write = useWrite();
  const options = values.map((option) => ({ value: option, label: wordOfValue(option) }));
  if (values.length <= MOST_IN_SELECT) {
    return <Select label={label} value={value} options={options} onChange={(chosen) => write(path, chosen)} />;
  }
  return (
    <Combobox
      label={label}
      value={value}
      options={options}
      noMatch={words.editor.inspector.form.noMatch}
      onChange={(chosen) => write(path, chosen)}
    />
  );
}
