import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { words } from '@/app/_words/en';
import { useEditor } from '../../editor-context';
import { useForm } from './form-context';
import { countIssuesBelow } from './issues-at';

/** How many issues are inside an entry that is closed. */
export function IssuesBelow({ path }: { readonly path: string }): ReactElement | null {
  const { place } = useForm().owner;
  const count = useEditor(({ issues }) => countIssuesBelow(issues, place, path));
  if (count === 0) return null;
  return (
    <Badge tone="mark" className="ml-auto shrink-0">
      <span className="sr-only">{words.editor.inspector.form.problems(count)}</span>
      <span aria-hidden>{count}</span>
    </Badge>
  );
}
