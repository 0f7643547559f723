import { CircleAlert, TriangleAlert } from 'lucide-react';
import { type ReactElement, useId } from 'react';
import { words } from '@/app/_words/en';
import type { PlanCheck } from '../../../campaign-types';
import { sayIssue, stepOf } from './say-issue';

const texts = words.campaigns.draft;

export type PlanIssue = PlanCheck['issues'][number];

/** What keeps the campaign from being launched, each with the way to where it is put right. */
export function Errors({ issues }: { readonly issues: readonly PlanIssue[] }): ReactElement | null {
  const id = useId();
  if (issues.length === 0) return null;
  return (
    <section aria-labelledby={id} className="rounded-2xl bg-danger-soft px-4 py-3">
      <h3 id={id} className="flex items-center gap-2 text-sm font-semibold text-danger">
        <CircleAlert aria-hidden className="size-4 shrink-0" />
        {texts.launch.errors(issues.length)}
      </h3>
      <ul className="mt-1.5 flex flex-col gap-1">
        {issues.map((issue) => (
          <li key={keyOfIssue(issue)} className="flex flex-wrap gap-x-3 text-sm">
            <span className="min-w-0 wrap-anywhere">{sayIssue(issue)}</span>
            <WayTo issue={issue} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type WarningsProps = {
  readonly issues: readonly PlanIssue[];
  /** By `keyOfIssue`. */
  readonly seen: ReadonlySet<string>;
  readonly onSeen: (seen: ReadonlySet<string>) => void;
};

/** What should be known before the launch: each is ticked by who launches. */
export function Warnings({ issues, seen, onSeen }: WarningsProps): ReactElement | null {
  const id = useId();
  if (issues.length === 0) return null;
  const tick = (key: string, isSeen: boolean): void =>
    onSeen(new Set(isSeen ? [...seen, key] : [...seen].filter((other) => other !== key)));
  return (
    <section aria-labelledby={id} className="rounded-2xl bg-mark-soft px-4 py-3 text-mark-ink">
      <h3 id={id} className="flex items-center gap-2 text-sm font-semibold">
        <TriangleAlert aria-hidden className="size-4 shrink-0" />
        {texts.launch.warnings}
      </h3>
      <ul className="mt-1.5 flex flex-col gap-1.5">
        {issues.map((issue) => {
          const key = keyOfIssue(issue);
          return (
            <li key={key} className="flex gap-2.5 text-sm">
              <input
                id={`${id} ${key}`}
                type="checkbox"
                checked={seen.has(key)}
                onChange={(event) => tick(key, event.target.checked)}
                className="mt-1 size-4 shrink-0 accent-accent"
              />
              <span className="min-w-0">
                <label htmlFor={`${id} ${key}`} className="wrap-anywhere">
                  {sayIssue(issue)}
                </label>{' '}
                <WayTo issue={issue} />
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** A warning whose numbers have changed is a new one. */
export function keyOfIssue({ code, path, values }: PlanIssue): string {
  return JSON.stringify([code, path, values]);
}

function WayTo({ issue }: { readonly issue: PlanIssue }): ReactElement | null {
  const step = stepOf(issue);
  if (step === null) return null;
  return (
    <a href={`#${step}`} className="text-accent underline">
      {texts.launch.goTo(texts.steps[step].title)}
    </a>
  );
}
