import { TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import type { TemplateIssue } from '@/flows/templates/template-issue';

type Props = { readonly id?: string; readonly issues: readonly TemplateIssue[] };

/** What is wrong with the part above, or may get it refused. */
export function IssuesOf({ id, issues }: Props): ReactElement | null {
  if (issues.length === 0) return null;
  return (
    <ul id={id} className="flex flex-col gap-0.5">
      {issues.map(({ code, severity, message }) => (
        <li
          key={`${code} ${message}`}
          className={classNames('flex gap-1.5 text-xs', severity === 'error' ? 'text-danger' : 'text-mark-ink')}
        >
          <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          <span className="min-w-0 wrap-anywhere">{message}</span>
        </li>
      ))}
    </ul>
  );
}
