import { Plus } from 'lucide-react';
import { memo, type ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { messageTemplate } from '@/flows/schema/message-template';
import type { FieldOf } from './field';
import { entryOfPath } from './field-words';
import { useAt } from './form-context';
import { ListEntry } from './ListEntry';
import { useListActs } from './use-list-acts';
import { below, listOf } from './value-at';

type Props = { readonly field: FieldOf<'list'>; readonly path: string };

/** A list of anything: entries are added, duplicated, removed and moved, all by buttons. */
export const ListField = memo(function ListField({ field, path }: Props): ReactElement {
  const count = useAt(path, (value) => listOf(value).length);
  const paths = Array.from({ length: count }, (_, index) => below(path, index));
  const list = useListActs(field, path);
  const noun = field.item.schema === messageTemplate ? words.editor.inspector.form.wording : entryOfPath(path);
  return (
    <div ref={list.root} className="flex min-w-0 flex-col gap-2">
      {paths.map((entry, index) => (
        <ListEntry key={entry} item={field.item} noun={noun} path={entry} index={index} count={count} acts={list} />
      ))}
      {count === 0 ? <p className="text-xs text-ink-faint">{words.editor.inspector.form.empty}</p> : null}
      <Button look="bare" onClick={list.add} className="self-start px-2">
        <Plus aria-hidden className="size-4" />
        {words.editor.inspector.form.add(noun)}
      </Button>
    </div>
  );
});
