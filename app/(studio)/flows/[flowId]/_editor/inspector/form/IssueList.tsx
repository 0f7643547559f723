import { CircleAlert, Lightbulb, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import type { FlowIssue } from '@/flows/schema/flow-issue';

/** What the checks have to say about a place, under it. */
export function IssueList({ issues }: { readonly issues: readonly FlowIssue[] }): ReactElement | null {
  if (issues.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1">
      {issues.map(({ code, severity, message, fix }) => {
        const { icon: Icon, look } = looks[severity];
        return (
          <li
            key={`${code} ${message}`}
            className={classNames('flex items-start gap-1.5 rounded-md px-2 py-1 text-xs', look)}
          >
            <Icon aria-hidden className="mt-0.5 size-3.5 shrink-0" />
            <span className="min-w-0 wrap-anywhere">
              {message} {fix}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

const looks = {
  error: { icon: CircleAlert, look: 'bg-danger-soft text-danger' },
  warning: { icon: TriangleAlert, look: 'bg-mark-soft text-mark-ink' },
  hint: { icon: Lightbulb, look: 'bg-sunken text-ink-soft' },
} as const satisfies Record<FlowIssue['severity'], unknown>;
