import { keepDraft, keyOf } from '../inspector-store';
import { useAt, useForm, useInspector, useInspectorStore } from './form-context';
import { type ComposedText, useComposedText } from './use-composed-text';
import { useWrite } from './use-write';

/** A value that is typed as text. */
type Typing = Readonly<{
  /** What a value is shown as. */
  show: (value: unknown) => string;
  /** What a text means, or the sentence that says why it means nothing; undefined takes the value away. */
  read: (text: string) => Readonly<{ value: unknown }> | Readonly<{ problem: string }>;
}>;

export type TypedValue = ComposedText & { readonly problem: string | null };

/** A typed value at a path of the form. What can't be taken stays in the field with the reason, and is not written. */
export function useTypedValue(path: string, { show, read }: Typing): TypedValue {
  const { owner } = useForm();
  const store = useInspectorStore();
  const write = useWrite();
  const key = keyOf(owner.key, path);
  const draft = useInspector(({ drafts }) => drafts.get(key));
  const stored = useAt(path, show);
  const text = useComposedText(draft?.text ?? stored, (typed) => {
    const found = read(typed);
    const problem = 'problem' in found ? found.problem : write(path, found.value, 'typing');
    keepDraft(store, key, problem === null ? null : { text: typed, problem });
  });
  return { ...text, problem: draft?.problem ?? null };
}
