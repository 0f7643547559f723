import { Plus } from 'lucide-react';
import { memo, type ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { useEditorStore } from '../../editor-context';
import { keyOf, setOpened } from '../inspector-store';
import { blankValue } from './blank-value';
import { EntryField } from './EntryField';
import type { Entry } from './field';
import { labelOfPath } from './field-words';
import { useAt, useForm, useInspectorStore } from './form-context';
import { seedsOf } from './seeds-of';
import { useWrite } from './use-write';
import { below, entriesOf } from './value-at';

type Props = { readonly entries: readonly Entry[]; readonly path: string };

/** The fields of an object; those that may be absent are offered below until they are added. */
export const ObjectFields = memo(function ObjectFields({ entries, path }: Props): ReactElement {
  const names = useAt(path, (value) =>
    entriesOf(value)
      .map(([name]) => name)
      .join(' '),
  );
  const present = new Set(names.split(' '));
  const isShown = (entry: Entry) => !entry.isOptional || present.has(entry.name) || showsEmpty(entry);
  return (
    <div className="flex min-w-0 flex-col gap-4">
      {entries.filter(isShown).map((entry) => (
        <EntryField
          key={entry.name}
          entry={entry}
          path={below(path, entry.name)}
          canRemove={entry.isOptional && !showsEmpty(entry)}
        />
      ))}
      <Absent entries={entries.filter((entry) => !isShown(entry))} path={path} />
    </div>
  );
});

/** A line, a switch and a condition can be shown empty: nothing is won by adding them first. */
function showsEmpty({ field }: Entry): boolean {
  return field.type === 'text' || field.type === 'switch' || field.type === 'condition';
}

function Absent({ entries, path }: Props): ReactElement | null {
  const store = useEditorStore();
  const inspector = useInspectorStore();
  const { owner } = useForm();
  const write = useWrite();
  if (entries.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-1.5">
      {entries.map(({ name, field }) => (
        <button
          key={name}
          type="button"
          onClick={() => {
            setOpened(inspector, [keyOf(owner.key, below(path, `${name}.0`))], true);
            write(below(path, name), blankValue(field, seedsOf(store.getState().flow)));
          }}
          className="inline-flex min-h-7 items-center gap-1 rounded-full border border-dashed border-line-strong px-2.5 text-xs text-ink-soft hover:border-accent hover:text-accent"
        >
          <Plus aria-hidden className="size-3.5" />
          {words.editor.inspector.form.add(labelOfPath(below(path, name)).toLowerCase())}
        </button>
      ))}
    </div>
  );
}
