import { ChevronRight, Trash2 } from 'lucide-react';
import { memo, type ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import { useEditor, useEditorStore } from '../../editor-context';
import { keyOf, setOpened } from '../inspector-store';
import { blankValue } from './blank-value';
import { FieldIssues } from './FieldIssues';
import type { Field, FieldOf } from './field';
import { plainName } from './field-words';
import { useAt, useForm, useInspectorStore } from './form-context';
import { hasTexts } from './has-texts';
import { IssuesBelow } from './IssuesBelow';
import { NewKey } from './NewKey';
import { seedsOf } from './seeds-of';
import { summaryOf } from './summary-of';
import { useOpened } from './use-opened';
import { useWrite } from './use-write';
import { below, entriesOf } from './value-at';

type Props = { readonly field: FieldOf<'record'>; readonly path: string };
const { form } = words.editor.inspector;

/** Values by name: answers by intent, headers by their name. */
export const RecordField = memo(function RecordField({ field, path }: Props): ReactElement {
  const editor = useEditorStore();
  const store = useInspectorStore();
  const { owner } = useForm();
  const write = useWrite();
  const joined = useAt(path, (value) =>
    entriesOf(value)
      .map(([name]) => name)
      .join(' '),
  );
  const names = joined === '' ? [] : joined.split(' ');
  const add = (name: string) => {
    setOpened(store, [keyOf(owner.key, below(path, name))], true);
    write(below(path, name), blankValue(field.value, seedsOf(editor.getState().flow)));
  };
  const Row = hasTexts(field.value) ? TallEntry : LowEntry;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {names.map((name) => (
        <Row key={name} name={name} value={field.value} path={below(path, name)} />
      ))}
      <NewKey field={field.key} taken={names} path={path} onAdd={add} />
    </div>
  );
});

type EntryProps = { readonly name: string; readonly value: Field; readonly path: string };

const TallEntry = memo(function TallEntry({ name, value, path }: EntryProps): ReactElement {
  const { draw } = useForm();
  const { isOpen, toggle } = useOpened(path, false);
  const language = useEditor((state) => state.language);
  const summary = useAt(path, (found) => summaryOf(value, found, language));
  return (
    <div data-path={path} className="min-w-0 rounded-xl border border-line">
      <div className="flex items-center pr-1">
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={toggle}
          className="flex min-h-9 min-w-0 grow items-center gap-1.5 rounded-xl px-2 text-left text-sm"
        >
          <ChevronRight
            aria-hidden
            className={classNames('size-4 shrink-0 text-ink-faint transition-transform', isOpen && 'rotate-90')}
          />
          <span className="shrink-0 font-medium">{plainName(name)}</span>
          <span lang={language} className="min-w-0 truncate text-xs text-ink-soft">
            {summary}
          </span>
          {isOpen ? null : <IssuesBelow path={path} />}
        </button>
        <RemoveEntry name={name} path={path} />
      </div>
      {isOpen ? (
        <div className="flex flex-col gap-2 border-t border-line p-3">
          <FieldIssues path={path} />
          {draw(value, path, plainName(name))}
        </div>
      ) : null}
    </div>
  );
});

const LowEntry = memo(function LowEntry({ name, value, path }: EntryProps): ReactElement {
  const { draw } = useForm();
  return (
    <div data-path={path} className="flex flex-col gap-1">
      <div className="flex items-end gap-1">
        <div className="min-w-0 grow">{draw(value, path, plainName(name))}</div>
        <RemoveEntry name={name} path={path} />
      </div>
      <FieldIssues path={path} />
    </div>
  );
});

function RemoveEntry({ name, path }: Pick<EntryProps, 'name' | 'path'>): ReactElement {
  const write = useWrite();
  return (
    <IconButton
      icon={Trash2}
      label={form.remove(plainName(name))}
      onClick={() => write(path, undefined)}
      className="size-7"
    />
  );
}
