import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { entryOf } from '@/flows/edit/same-json';
import type { FieldOf } from './field';
import { useAt } from './form-context';
import { LineInput } from './LineInput';
import { NameLine } from './NameLine';
import { schemaProblem } from './schema-problem';
import { useTypedValue } from './use-typed-value';
import { useReadAt, useWrite } from './use-write';
import { listOf, textOf } from './value-at';

type Props = { readonly field: FieldOf<'text'>; readonly path: string; readonly label: string };

/** A text that stands in no language: a name, an address, a short name. */
export function TextField({ field, path, label }: Props): ReactElement {
  return path.endsWith('.id') ? (
    <IdField field={field} path={path} label={label} />
  ) : (
    <PlainField field={field} path={path} label={label} />
  );
}

function PlainField({ field, path, label }: Props): ReactElement {
  const typed = useTypedValue(path, {
    show: textOf,
    read: (text) => {
      const problem = schemaProblem(field.schema, text);
      if (text === '' && problem !== null) return { value: undefined };
      return problem === null ? { value: text } : { problem };
    },
  });
  return <LineInput label={label} isLong={field.isLong} typed={typed} />;
}

/** Ways out are called by a short name, so that no two of a list may have the same. */
function IdField({ field, path, label }: Props): ReactElement {
  const value = useAt(path, textOf);
  const readAt = useReadAt();
  const write = useWrite();
  const problemOf = (text: string) => {
    const isTaken = siblingIds(readAt, path).includes(text);
    return schemaProblem(field.schema, text) ?? (isTaken ? words.editor.inspector.form.taken : null);
  };
  return <NameLine label={label} value={value} problemOf={problemOf} onCommit={(text) => write(path, text)} />;
}

/** The ids of the other entries of the list that the path leads into. */
function siblingIds(readAt: (path: string) => unknown, path: string): readonly unknown[] {
  const keys = path.split('.');
  const index = Number(keys.at(-2));
  return listOf(readAt(keys.slice(0, -2).join('.')))
    .filter((_item, other) => other !== index)
    .map((item) => entryOf(item, 'id'));
}
