import type { ReactElement } from 'react';
import { Select } from '@/app/_ui/Select';
import { languageName } from '../../../../../_language/language-name';
import { useEditor } from '../../editor-context';
import { useAt } from './form-context';
import { useWrite } from './use-write';
import { textOf } from './value-at';

/** One of the flow's languages. */
export function LanguageField({ path, label }: { readonly path: string; readonly label: string }): ReactElement {
  const languages = useEditor(({ flow }) => flow.languages);
  const value = useAt(path, textOf);
  const write = useWrite();
  const codes = languages.includes(value) ? languages : [value, ...languages];
  return (
    <Select
      label={label}
      value={value}
      options={codes.map((code) => ({ value: code, label: languageName(code) }))}
      onChange={(chosen) => write(path, chosen)}
    />
  );
}
