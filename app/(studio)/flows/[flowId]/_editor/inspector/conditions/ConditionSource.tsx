import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { readCondition } from '@/flows/expressions/conditions/read-condition';
import { useInspector, useInspectorStore } from '../form/form-context';
import { LineInput } from '../form/LineInput';
import { useComposedText } from '../form/use-composed-text';
import { keepDraft } from '../inspector-store';
import { sayMistake } from './say-mistake';

type Props = {
  readonly label: string;
  readonly source: string;
  readonly draftKey: string;
  readonly onChange: (source: string) => string | null;
  /** null where rows can't show what is written. */
  readonly onShowRows: (() => void) | null;
};
const texts = words.editor.inspector.conditions;

/** A condition as it is written. What can't be read stays in the field, with the place of the mistake. */
export function ConditionSource({ label, source, draftKey, onChange, onShowRows }: Props): ReactElement {
  const store = useInspectorStore();
  const draft = useInspector(({ drafts }) => drafts.get(draftKey));
  const typed = useComposedText(draft?.text ?? source, (text) => {
    const read = readCondition(text);
    const problem = read.type === 'broken' ? sayMistake(read.error, text) : onChange(text.trim() === '' ? '' : text);
    keepDraft(store, draftKey, problem === null ? null : { text, problem });
  });
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <LineInput
        label={`${label}: ${texts.source.toLowerCase()}`}
        isLong
        isMono
        typed={{ ...typed, problem: draft?.problem ?? null }}
      />
      {onShowRows === null && !draft ? <p className="text-xs text-ink-faint">{texts.written}</p> : null}
      {onShowRows !== null && !draft ? (
        <button
          type="button"
          onClick={onShowRows}
          className="self-start text-xs text-accent underline underline-offset-2"
        >
          {texts.showRows}
        </button>
      ) : null}
    </div>
  );
}
