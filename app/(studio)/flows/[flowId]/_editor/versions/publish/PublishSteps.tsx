import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useMemo, useState } from 'react';
import { words } from '@/app/_words/en';
import type { FlowIssue } from '@/flows/schema/flow-issue';
import { useTRPC } from '../../../../../_trpc/trpc';
import { useEditor } from '../../editor-context';
import type { PeoplePlan } from '../flow-queries';
import { PeopleChoice } from '../people/PeopleChoice';
import { useComparison } from '../use-comparison';
import { ChangesStep } from './ChangesStep';
import { IssuesStep } from './IssuesStep';
import { PublishedResult } from './PublishedResult';
import { ScenariosStep } from './ScenariosStep';
import { SignStep } from './SignStep';
import { Step } from './Step';
import { usePublish } from './use-publish';
import { WhatIfStep } from './WhatIfStep';
import { whyNotYet } from './why-not-yet';

const texts = words.editor.versions.publishing;

type Props = {
  /** The version that is live; null when nothing was published yet. */
  readonly live: number | null;
  /** Of the draft that is looked at. */
  readonly revision: number;
  readonly onSaveAgain: () => Promise<void>;
  readonly onClose: () => void;
};

/** Everything that an owner should see before publishing, on one sheet; then what came of it. */
export function PublishSteps({ live, revision, onSaveAgain, onClose }: Props): ReactElement {
  const draft = useEditor((state) => state.flow);
  const issues = useEditor((state) => state.issues);
  const liveFlow = useVersionFlow(live);
  const comparing = useComparison(liveFlow, 'draft');
  const [seen, setSeen] = useState<string | null>(null);
  const warnings = useMemo(() => (issues === null ? null : wordsOfWarnings(issues)), [issues]);
  const hasSeenWarnings = warnings !== null && seen === warnings;
  const [plan, setPlan] = useState<PeoplePlan>({ mode: 'stay' });
  const { publishing, publish } = usePublish({ revision, plan, onSaveAgain, onChanged: () => setSeen(null) });
  if (publishing.type === 'published') return <PublishedResult result={publishing.result} before={live} />;
  return (
    <ol className="flex flex-col gap-6">
      <Step title={texts.steps.issues}>
        <IssuesStep
          issues={issues}
          hasSeenWarnings={hasSeenWarnings}
          onSeen={(isSeen) => setSeen(isSeen ? warnings : null)}
          onLeave={onClose}
        />
      </Step>
      <Step title={texts.steps.changes}>
        <ChangesStep live={live} comparing={comparing} onLeave={onClose} />
      </Step>
      <Step title={texts.steps.scenarios}>
        <ScenariosStep key={revision} onLeave={onClose} />
      </Step>
      {live === null ? null : (
        <>
          <Step title={texts.steps.people}>
            <PeopleChoice next={draft} plan={plan} onPlan={setPlan} />
          </Step>
          <Step title={texts.steps.whatIf}>
            <WhatIfStep />
          </Step>
        </>
      )}
      <Step title={texts.steps.sign}>
        <SignStep
          publishing={publishing}
          waits={whyNotYet({ issues, hasSeenWarnings, comparing: live === null ? null : comparing })}
          onPublish={publish}
        />
      </Step>
    </ol>
  );
}

/** What was ticked counts for these very warnings: another check may find others. */
function wordsOfWarnings(issues: readonly FlowIssue[]): string {
  const warnings = issues.filter(({ severity }) => severity === 'warning');
  return JSON.stringify(warnings.map(({ code, place, message }) => [code, place, message]));
}

function useVersionFlow(version: number | null) {
  const flowId = useEditor((state) => state.flowId);
  const { data } = useQuery({
    ...useTRPC().versions.read.queryOptions({ flowId, version: version ?? 1 }),
    enabled: version !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data?.flow ?? null;
}
