import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { Meter } from '@/app/_ui/Meter';
import { words } from '@/app/_words/en';
import { useEditorStore } from '../../editor-context';
import type { ScenarioOutcome } from '../../try/scenario-outcome';
import { CodedText } from '../CodedText';
import { useScenarioRun } from './use-scenario-run';

const texts = words.editor.versions.publishing.scenarios;

/** More failed scenarios than these are counted only. */
const MOST_FAILED = 20;

/** How the flow's scenarios go on the draft. */
export function ScenariosStep({ onLeave }: { readonly onLeave: () => void }): ReactElement {
  const run = useScenarioRun();
  if (run.type === 'failed') {
    return (
      <p role="alert" className="flex flex-wrap items-center gap-2 text-sm text-danger">
        {texts.problem}
        <Button onClick={run.retry}>{texts.again}</Button>
      </p>
    );
  }
  if (run.type === 'running') {
    const share = run.count === 0 ? 0 : run.done / run.count;
    return <Meter label={texts.progress} share={share} value={texts.running(run.done, run.count)} />;
  }
  const { outcomes } = run;
  const failed = outcomes.filter(({ ok }) => !ok);
  if (outcomes.length === 0) return <p className="text-sm text-ink-soft">{texts.none}</p>;
  if (failed.length === 0) {
    return (
      <p role="status" className="flex items-center gap-2 text-sm text-ink-soft">
        <CircleCheck aria-hidden className="size-4 shrink-0 text-accent" />
        {texts.passed(outcomes.length)}
      </p>
    );
  }
  return (
    <div>
      <p role="status" className="mb-2 flex items-center gap-2 text-sm font-medium text-danger">
        <TriangleAlert aria-hidden className="size-4 shrink-0" />
        {texts.failed(failed.length, outcomes.length)}
      </p>
      <ul aria-label={texts.failedList} className="hairlines max-h-64 overflow-y-auto rounded-lg border border-line">
        {failed.slice(0, MOST_FAILED).map((outcome) => (
          <FailedScenario key={outcome.id} outcome={outcome} onLeave={onLeave} />
        ))}
        {failed.length > MOST_FAILED ? (
          <li className="px-3 py-1.5 text-sm text-ink-soft">
            {words.editor.versions.publishing.issues.more(failed.length - MOST_FAILED)}
          </li>
        ) : null}
      </ul>
    </div>
  );
}

type FailedProps = { readonly outcome: ScenarioOutcome; readonly onLeave: () => void };

function FailedScenario({ outcome: { name, failures }, onLeave }: FailedProps): ReactElement {
  const store = useEditorStore();
  const [first] = failures;
  const goTo = words.editor.versions.publishing.issues.goTo;
  return (
    <li className="flex items-start gap-2 py-1.5 pr-1 pl-3 text-sm">
      <div className="min-w-0 flex-1">
        <p className="font-medium wrap-anywhere">{name}</p>
        {first ? (
          <p className="line-clamp-3 text-ink-soft wrap-anywhere">
            <q dir="auto">{first.said}</q> <CodedText text={first.message} />
          </p>
        ) : null}
      </div>
      {first ? (
        <Button
          look="bare"
          className="min-h-7 shrink-0 px-2"
          aria-label={`${goTo}: ${name}`}
          onClick={() => {
            store.getState().goTo({ state: first.state });
            onLeave();
          }}
        >
          {goTo}
        </Button>
      ) : null}
    </li>
  );
}
