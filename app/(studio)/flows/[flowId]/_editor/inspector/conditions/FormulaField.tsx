import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { compileExpression } from '@/flows/expressions/expression';
import { LineInput } from '../form/LineInput';
import { useTypedValue } from '../form/use-typed-value';
import { textOf } from '../form/value-at';
import { sayMistake } from './say-mistake';

const texts = words.editor.inspector.conditions;

/** A formula: a value, a name or a sum. What can't be read stays in the field, with the place of the mistake. */
export function FormulaField({ path, label }: { readonly path: string; readonly label: string }): ReactElement {
  const typed = useTypedValue(path, {
    show: textOf,
    read: (text) => {
      if (text.trim() === '') return { problem: texts.noFormula };
      const compiled = compileExpression(text);
      return compiled.ok ? { value: text } : { problem: sayMistake(compiled.error, text) };
    },
  });
  return <LineInput label={label} isLong isMono typed={typed} />;
}
