import { CircleCheck, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { Checkbox } from '@/app/_ui/Checkbox';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import type { FlowIssue } from '@/flows/schema/flow-issue';
import { useEditorStore } from '../../editor-context';
import { CodedText } from '../CodedText';

const texts = words.editor.versions.publishing.issues;

/** More than these are counted only: the issues panel has them all. */
const MOST_ISSUES = 20;

type Props = {
  /** Null while the draft is being checked. */
  readonly issues: readonly FlowIssue[] | null;
  readonly hasSeenWarnings: boolean;
  readonly onSeen: (isSeen: boolean) => void;
  readonly onLeave: () => void;
};

/** Errors keep a draft from being published, and lead to their places; warnings have to be seen. */
export function IssuesStep({ issues, hasSeenWarnings, onSeen, onLeave }: Props): ReactElement {
  if (issues === null) return <Spinner label={texts.loading} className="text-sm text-ink-soft" />;
  const errors = issues.filter(({ severity }) => severity === 'error');
  const warnings = issues.filter(({ severity }) => severity === 'warning');
  if (errors.length === 0 && warnings.length === 0) {
    return (
      <p className="flex items-center gap-2 text-sm text-ink-soft">
        <CircleCheck aria-hidden className="size-4 shrink-0 text-accent" />
        {texts.none}
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      {errors.length > 0 ? (
        <>
          <p role="alert" className="text-sm font-medium text-danger">
            {texts.errors(errors.length)}
          </p>
          <IssueList label={texts.errorList} issues={errors} onLeave={onLeave} />
        </>
      ) : null}
      {warnings.length > 0 ? (
        <>
          <IssueList label={texts.warningList} issues={warnings} onLeave={onLeave} />
          <Checkbox
            label={texts.seen(warnings.length)}
            body={texts.seenBody}
            isChecked={hasSeenWarnings}
            onChange={onSeen}
          />
        </>
      ) : null}
    </div>
  );
}

type ListProps = {
  readonly label: string;
  readonly issues: readonly FlowIssue[];
  readonly onLeave: () => void;
};

function IssueList({ label, issues, onLeave }: ListProps): ReactElement {
  const store = useEditorStore();
  const left = issues.length - MOST_ISSUES;
  return (
    <ul aria-label={label} className="max-h-64 overflow-y-auto rounded-lg border border-line hairlines">
      {issues.slice(0, MOST_ISSUES).map((issue, index) => {
        const Icon = issue.severity === 'error' ? OctagonAlert : TriangleAlert;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two issues may be the same in everything.
          <li key={index} className="flex items-start gap-2 py-1.5 pr-1 pl-3 text-sm">
            <Icon
              aria-hidden
              className={
                issue.severity === 'error' ? 'mt-1 size-4 shrink-0 text-danger' : 'mt-1 size-4 shrink-0 text-mark-ink'
              }
            />
            <span className="min-w-0 flex-1 py-0.5 wrap-anywhere">
              <CodedText text={issue.message} />
            </span>
            <Button
              look="bare"
              className="min-h-7 shrink-0 px-2"
              aria-label={`${texts.goTo}: ${issue.message}`}
              onClick={() => {
                store.getState().goTo(issue.place);
                onLeave();
              }}
            >
              {texts.goTo}
            </Button>
          </li>
        );
      })}
      {left > 0 ? <li className="px-3 py-1.5 text-sm text-ink-soft">{texts.more(left)}</li> : null}
    </ul>
  );
}
