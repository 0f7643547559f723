import { CircleAlert, Lightbulb, TriangleAlert } from 'lucide-react';
import { type MouseEvent, memo, type ReactElement, useMemo } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import type { Fix } from '@/flows/edit/fixes/fix';
import { fixesFor } from '@/flows/edit/fixes/fixes-for';
import type { FlowIssue } from '@/flows/schema/flow-issue';
import { languageName } from '../../../../_language/language-name';
import { useEditorStore } from '../editor-context';
import type { Fixing } from './use-fixing';

const texts = words.editor.issues;

type Props = { readonly issue: FlowIssue; readonly fixing: Fixing };

/** One issue: what is wrong, which leads to its place, and the acts that put it right. */
export const IssueItem = memo(function IssueItem({ issue, fixing }: Props): ReactElement {
  const store = useEditorStore();
  // An offer is made once; what it does is worked out on the flow as it is when it is taken.
  const fixes = useMemo(() => fixesFor(issue, store.getState().flow), [issue, store]);
  const { icon: Icon, look } = looks[issue.severity];
  const { language } = issue.place;
  return (
    <li className="rounded-lg px-2 py-1.5 hover:bg-sunken">
      <button
        type="button"
        data-issue
        onClick={() => store.getState().goTo(issue.place)}
        className="flex w-full items-start gap-2 text-left text-sm"
      >
        <Icon role="img" aria-label={texts.one[issue.severity]} className={classNames('mt-1 size-4 shrink-0', look)} />
        <span className="min-w-0 flex-1">
          <span className="block wrap-anywhere">{issue.message}</span>
          <span className="block text-xs wrap-anywhere text-ink-soft">{issue.fix}</span>
        </span>
        {language === undefined ? null : <Badge className="mt-0.5 shrink-0">{languageName(language)}</Badge>}
      </button>
      {fixes.length > 0 ? <Fixes fixes={fixes} issue={issue} fixing={fixing} /> : null}
    </li>
  );
});

const looks = {
  error: { icon: CircleAlert, look: 'text-danger' },
  warning: { icon: TriangleAlert, look: 'text-mark-ink' },
  hint: { icon: Lightbulb, look: 'text-ink-faint' },
} as const satisfies Record<FlowIssue['severity'], unknown>;

type FixesProps = Props & { readonly fixes: readonly Fix[] };

function Fixes({ fixes, issue, fixing }: FixesProps): ReactElement {
  const run = (event: MouseEvent<HTMLElement>, act: () => void): void => {
    focusNext(event.currentTarget);
    act();
  };
  const count = fixing.countOf(issue.code);
  return (
    <fieldset className="flex flex-wrap gap-1.5 pt-1.5 pl-6">
      <legend className="sr-only">{texts.fixes}</legend>
      {fixes.map((fix) => (
        <span key={fix.id} className="flex max-w-full">
          <button
            type="button"
            onClick={(event) => run(event, () => fixing.apply(fix, issue))}
            className={classNames(button, 'first:rounded-l-lg last:rounded-r-lg')}
          >
            {fix.label}
          </button>
          {fix.kind === 'change' && fix.isSafe && count > 1 ? (
            <button
              type="button"
              aria-label={`${fix.label}: ${texts.allLike(count)}`}
              onClick={(event) => run(event, () => fixing.applyToAll(fix, issue.code))}
              className={classNames(button, '-ml-px shrink-0 rounded-r-lg text-ink-soft')}
            >
              {texts.allLike(count)}
            </button>
          ) : null}
        </span>
      ))}
    </fieldset>
  );
}

const button =
  'min-h-7 min-w-0 border border-line bg-surface px-2.5 py-0.5 text-left text-xs font-medium text-accent wrap-anywhere hover:border-line-strong hover:bg-accent-soft pointer-coarse:min-h-10';

/** The issue is about to go, and its button with it: the keyboard goes on at the next one. */
function focusNext(from: HTMLElement): void {
  const own = from.closest('li')?.querySelector<HTMLElement>('[data-issue]');
  const all = [...document.querySelectorAll<HTMLElement>('[data-issue]')];
  const at = own ? all.indexOf(own) : -1;
  (all[at + 1] ?? all[at - 1])?.focus({ preventScroll: true });
}
