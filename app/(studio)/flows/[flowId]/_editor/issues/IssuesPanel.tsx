'use client';

import { CircleCheck } from 'lucide-react';
import { type ReactElement, useState, useSyncExternalStore } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Segments } from '@/app/_ui/Segments';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { rules } from '@/flows/check/rules';
import type { FlowIssue } from '@/flows/schema/flow-issue';
import { useEditor } from '../editor-context';
import { countSeverities, groupIssues, type SeverityCounts } from './group-issues';
import { IssueGroup } from './IssueGroup';
import { type IssueFilter, keptIssueFilter } from './issue-filter';
import { useFixing } from './use-fixing';
import { useKeptIssues } from './use-kept-issues';
import { useSettled } from './use-settled';

const texts = words.editor.issues;
/** So many issues are drawn at first, and with each "more". */
const PAGE = 100;
const TELL_AFTER_MS = 1_500;

/** What the checks found in the draft, where it is, and what can be put right at once. */
export function IssuesPanel(): ReactElement {
  const issues = useKeptIssues();
  if (issues === null) return <Spinner label={texts.loading} className="p-8 text-sm text-ink-soft" />;
  return (
    <section aria-label={texts.label} className="flex min-h-full flex-col">
      <Told counts={countSeverities(issues)} />
      {issues.length === 0 ? <NoIssues /> : <Issues issues={issues} />}
    </section>
  );
}

function NoIssues(): ReactElement {
  const states = useEditor(({ flow }) => flow.states.length);
  return (
    <Notice icon={CircleCheck} title={texts.noneTitle}>
      {texts.noneBody(rules.length, states)}
    </Notice>
  );
}

/** Says how many issues there are, once the number has settled. */
function Told({ counts }: { readonly counts: SeverityCounts }): ReactElement {
  const told = useSettled(texts.told(counts.error, counts.warning, counts.hint), TELL_AFTER_MS);
  return (
    <p role="status" className="sr-only">
      {told}
    </p>
  );
}

function Issues({ issues }: { readonly issues: readonly FlowIssue[] }): ReactElement {
  const filter = useSyncExternalStore(keptIssueFilter.subscribe, keptIssueFilter.read, keptIssueFilter.readOnServer);
  const [most, setMost] = useState(PAGE);
  const fixing = useFixing(issues);
  const counts = countSeverities(issues);
  const severity = filter === 'all' ? null : filter;
  const groups = groupIssues(issues, severity, most);
  const left = (severity === null ? issues.length : counts[severity]) - most;
  return (
    <>
      <div className="sticky top-0 z-10 flex flex-col gap-2 border-b border-line bg-surface p-3">
        {/* As wide as their words, so that four stand beside one another on a phone. */}
        <div className="[&_button]:flex-auto [&_button]:whitespace-nowrap">
          <Segments
            label={texts.filter}
            segments={segmentsFor(issues.length, counts)}
            active={filter}
            onChange={keptIssueFilter.write}
          />
        </div>
        <p className="text-xs text-ink-soft">{counts.error > 0 ? texts.lead.blocked(counts.error) : texts.lead.free}</p>
      </div>
      {groups.length === 0 && severity !== null ? (
        <p className="p-5 text-sm text-ink-soft">{texts.noneOf[severity]}</p>
      ) : null}
      {groups.map((group) => (
        <IssueGroup key={JSON.stringify(group.owner)} group={group} fixing={fixing} />
      ))}
      {left > 0 ? (
        <Button look="bare" className="m-3" onClick={() => setMost(most + PAGE)}>
          {texts.more(Math.min(left, PAGE))}
        </Button>
      ) : null}
      {fixing.dialog}
    </>
  );
}

function segmentsFor(all: number, counts: SeverityCounts): { id: IssueFilter; label: string }[] {
  return [
    { id: 'all', label: texts.all(all) },
    ...(['error', 'warning', 'hint'] as const).map((id) => ({ id, label: `${texts.severities[id]} ${counts[id]}` })),
  ];
}
