import { type ReactElement, useState } from 'react';
import { words } from '@/app/_words/en';
import type { ConditionRows } from '@/flows/expressions/conditions/condition';
import { readCondition } from '@/flows/expressions/conditions/read-condition';
import { writeCondition } from '@/flows/expressions/conditions/write-condition';
import { FieldProblem } from '../form/FieldProblem';
import { useInspector } from '../form/form-context';
import { ConditionSource } from './ConditionSource';
import { PartList } from './PartList';

type Props = {
  readonly label: string;
  /** Empty: it always holds. */
  readonly source: string;
  /** Where what can't be taken yet is kept. */
  readonly draftKey: string;
  /** Gives the sentence why the condition is refused, or null. */
  readonly onChange: (source: string) => string | null;
};
const texts = words.editor.inspector.conditions;

/** A condition as rows, with its source below; one that rows can't show is edited as it is written. */
export function ConditionEditor({ label, source, draftKey, onChange }: Props): ReactElement {
  const [isWritten, setIsWritten] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { rows, keep } = useRows(source);
  const draft = useInspector(({ drafts }) => drafts.get(draftKey));
  const change = (changed: ConditionRows) => {
    const written = writeCondition(changed);
    const refused = onChange(written);
    setProblem(refused);
    if (refused === null) keep(changed, written);
  };
  if (rows === null || isWritten || draft) {
    return (
      <ConditionSource
        label={label}
        source={source}
        draftKey={draftKey}
        onChange={onChange}
        onShowRows={rows === null ? null : () => setIsWritten(false)}
      />
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: the label stands above, in the section around
    <div role="group" aria-label={label} className="flex min-w-0 flex-col gap-2">
      <PartList rows={rows} onChange={change} />
      <FieldProblem text={problem} />
      <div className="flex flex-wrap items-baseline gap-x-2 text-xs">
        {source === '' ? null : <code className="min-w-0 font-mono wrap-anywhere text-ink-soft">{source}</code>}
        <button type="button" onClick={() => setIsWritten(true)} className="text-accent underline underline-offset-2">
          {texts.showSource}
        </button>
      </div>
    </div>
  );
}

/** The rows as they stand in the editor: a group of one row is still a group, as long as nobody else writes the source. */
function useRows(source: string) {
  const [kept, setKept] = useState(() => ({ source, rows: rowsOf(source) }));
  const shown = kept.source === source ? kept : { source, rows: rowsOf(source) };
  if (shown !== kept) setKept(shown);
  return { rows: shown.rows, keep: (rows: ConditionRows, written: string) => setKept({ source: written, rows }) };
}

function rowsOf(source: string): ConditionRows | null {
  const read = readCondition(source);
  return read.type === 'rows' ? read.rows : null;
}
