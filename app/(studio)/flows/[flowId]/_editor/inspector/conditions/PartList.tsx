import { Plus, Trash2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { IconButton } from '@/app/_ui/IconButton';
import { Select } from '@/app/_ui/Select';
import { words } from '@/app/_words/en';
import {
  type ConditionGroup,
  type ConditionRow,
  type ConditionRows,
  type Join,
  otherJoin,
} from '@/flows/expressions/conditions/condition';
import { RowEditor } from './RowEditor';

type Props = { readonly rows: ConditionRows; readonly onChange: (rows: ConditionRows) => void };
type Part = ConditionRow | ConditionGroup;
const texts = words.editor.inspector.conditions;

const newRow: ConditionRow = { type: 'standing', name: 'name', is: 'known' };
const joins = [
  { value: 'and', label: texts.all },
  { value: 'or', label: texts.any },
] as const satisfies { value: Join; label: string }[];

/** The rows and groups of a condition. Rows in a group are joined the other way than the condition. */
export function PartList({ rows: { join, parts }, onChange }: Props): ReactElement {
  const put = (index: number, part: Part | null) =>
    onChange({ join, parts: part === null ? parts.toSpliced(index, 1) : parts.with(index, part) });
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {parts.length > 1 ? (
        <Select
          label={texts.join}
          isLabelHidden
          value={join}
          options={joins}
          onChange={(chosen) => onChange({ join: chosen, parts })}
          className="w-44"
        />
      ) : null}
      {parts.length === 0 ? <p className="text-xs text-ink-faint">{texts.always}</p> : null}
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name than its place
        <PartEditor key={index} part={part} inner={otherJoin(join)} onChange={(changed) => put(index, changed)} />
      ))}
      <div className="flex flex-wrap gap-1">
        <Add label={texts.addRow} onClick={() => onChange({ join, parts: [...parts, newRow] })} />
        {parts.length > 0 ? (
          <Add
            label={texts.addGroup}
            onClick={() => onChange({ join, parts: [...parts, { type: 'group', rows: [newRow, newRow] }] })}
          />
        ) : null}
      </div>
    </div>
  );
}

type PartProps = { readonly part: Part; readonly inner: Join; readonly onChange: (part: Part | null) => void };

function PartEditor({ part, inner, onChange }: PartProps): ReactElement {
  if (part.type !== 'group') {
    return <RemovableRow row={part} onChange={onChange} />;
  }
  const put = (index: number, row: ConditionRow | null) => {
    const rows = row === null ? part.rows.toSpliced(index, 1) : part.rows.with(index, row);
    onChange(rows.length === 0 ? null : { type: 'group', rows });
  };
  return (
    <fieldset className="flex min-w-0 flex-col gap-2 rounded-lg border border-line p-2">
      <legend className="px-1 text-xs text-ink-soft">{inner === 'and' ? texts.all : texts.any}</legend>
      {part.rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name than its place
        <RemovableRow key={index} row={row} onChange={(changed) => put(index, changed)} />
      ))}
      <Add label={texts.addRow} onClick={() => onChange({ type: 'group', rows: [...part.rows, newRow] })} />
    </fieldset>
  );
}

type RowProps = { readonly row: ConditionRow; readonly onChange: (row: ConditionRow | null) => void };

function RemovableRow({ row, onChange }: RowProps): ReactElement {
  return (
    <div className="flex items-start gap-1">
      <RowEditor row={row} onChange={onChange} />
      <IconButton icon={Trash2} label={texts.removeRow} onClick={() => onChange(null)} className="size-8" />
    </div>
  );
}

function Add({ label, onClick }: { readonly label: string; readonly onClick: () => void }): ReactElement {
  return (
    <Button look="bare" onClick={onClick} className="min-h-8 self-start px-2">
      <Plus aria-hidden className="size-4" />
      {label}
    </Button>
  );
}
