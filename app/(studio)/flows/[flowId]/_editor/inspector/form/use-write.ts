import { words } from '@/app/_words/en';
import { useEditorStore } from '../../editor-context';
import { labelOfPath } from './field-words';
import { useForm } from './form-context';
import { valueAt, withValueAt } from './value-at';

/** How an edit of a value goes on: typing joins into one edit, everything else is an edit of its own. */
export type WriteAs = 'typing' | 'act';

/** Writes a value at a path of the form; undefined takes it away. */
export type Write = (path: string, value: unknown, as?: WriteAs) => string | null;

/** Changes of the form's values. What is refused is not written, and the sentence that says why comes back. */
export function useWrite(): Write {
  const store = useEditorStore();
  const { owner } = useForm();
  return (path, value, as = 'act') => {
    const { flow, edit } = store.getState();
    const root = withValueAt(owner.rootOf(flow), path, value);
    const label = words.editor.inspector.edits.change(labelOfPath(path).toLowerCase(), owner.name);
    const merge = as === 'typing' ? { merge: `form:${owner.key}:${path}` } : {};
    if (edit(label, (before) => owner.write(before, root), merge)) return null;
    const problems = owner.whyNot(flow, root);
    const nearest = problems.find((problem) => problem.path === path) ?? problems[0];
    return nearest?.message ?? null;
  };
}

/** The value at a path now, without being drawn again when it changes. */
export function useReadAt(): (path: string) => unknown {
  const store = useEditorStore();
  const { owner } = useForm();
  return (path) => valueAt(owner.rootOf(store.getState().flow), path);
}
