import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { LineInput } from './LineInput';
import { useTypedValue } from './use-typed-value';

const { form } = words.editor.inspector;

/** What no other field can show, as it stands in the document. */
export function JsonField({ path, label }: { readonly path: string; readonly label: string }): ReactElement {
  const typed = useTypedValue(path, {
    show: (value) => JSON.stringify(value, null, 2) ?? '',
    read: (text) => {
      try {
        return { value: JSON.parse(text) };
      } catch {
        return { problem: form.noJson };
      }
    },
  });
  return <LineInput label={`${label} (${form.json})`} isLong typed={typed} isMono />;
}
