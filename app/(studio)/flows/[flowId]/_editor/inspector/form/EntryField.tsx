import { X } from 'lucide-react';
import { memo, type ReactElement, type ReactNode, useId } from 'react';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import { FieldIssues } from './FieldIssues';
import type { Entry, Field } from './field';
import { helpOfPath, labelOfPath } from './field-words';
import { useForm } from './form-context';
import { useWrite } from './use-write';

type Props = { readonly entry: Entry; readonly path: string; readonly canRemove: boolean };

/** One field of an object, with its label, what it is for, its issues, and a way to take it away again. */
export const EntryField = memo(function EntryField({ entry, path, canRemove }: Props): ReactElement {
  const { draw } = useForm();
  const label = labelOfPath(path);
  const control = draw(entry.field, path, label);
  const remove = canRemove ? <Remove path={path} label={label} /> : null;
  if (hasOwnLabel(entry.field)) {
    return (
      <div data-path={path} className="flex min-w-0 flex-col gap-1">
        <div className="flex items-end gap-1">
          <div className="min-w-0 grow">{control}</div>
          {remove}
        </div>
        <Help path={path} />
        <FieldIssues path={path} />
      </div>
    );
  }
  return (
    <Section path={path} label={label} remove={remove}>
      {control}
    </Section>
  );
});

type SectionProps = {
  readonly path: string;
  readonly label: string;
  readonly remove: ReactNode;
  readonly children: ReactNode;
};

function Section({ path, label, remove, children }: SectionProps): ReactElement {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't lay its legend out beside a button
    <div role="group" aria-labelledby={id} data-path={path} className="flex min-w-0 flex-col gap-2">
      <div>
        <div className="flex min-h-7 items-center gap-1">
          <h4 id={id} className="min-w-0 grow text-sm font-semibold">
            {label}
          </h4>
          {remove}
        </div>
        <Help path={path} />
      </div>
      <FieldIssues path={path} />
      {children}
    </div>
  );
}

/** Single controls draw their own label, which a click leads into them. */
function hasOwnLabel({ type }: Field): boolean {
  return !['texts', 'condition', 'hours', 'object', 'list', 'record', 'variants'].includes(type);
}

function Help({ path }: { readonly path: string }): ReactElement | null {
  const help = helpOfPath(path);
  return help === undefined ? null : <p className="text-xs text-ink-faint">{help}</p>;
}

function Remove({ path, label }: { readonly path: string; readonly label: string }): ReactElement {
  const write = useWrite();
  return (
    <IconButton
      icon={X}
      label={words.editor.inspector.form.remove(label.toLowerCase())}
      onClick={() => write(path, undefined)}
      className="size-7"
    />
  );
}
