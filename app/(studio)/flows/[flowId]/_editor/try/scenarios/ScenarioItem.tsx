'use client';

import { CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import { memo, type ReactElement, useState } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import { StateButton } from '../StateButton';
import type { ScenarioOutcome } from '../scenario-outcome';
import { LanguageWays } from './LanguageWays';
import type { ListedScenario } from './listed-scenario';
import { ScenarioActs } from './ScenarioActs';
import { useScenarios } from './use-scenarios';

const texts = words.editor.try.scenarios;

type Props = { readonly listed: ListedScenario; readonly onTalk: () => void };

/** One scenario: how it went, what did not hold and where, and what can be done with it. */
export const ScenarioItem = memo(function ScenarioItem({ listed, onTalk }: Props): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  const outcome = useScenarios((state) => state.outcomes.get(listed.id));
  const compared = useScenarios((state) => state.compared.get(listed.id));
  const result = outcome === undefined ? 'none' : outcome.ok ? 'passed' : 'failed';
  const { icon: Icon, look } = signs[result];
  return (
    <li className="rounded-lg border border-line bg-surface text-sm">
      <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary className="flex items-start gap-2 px-3 py-2">
          <Icon role="img" aria-label={texts.outcomes[result]} className={classNames('mt-0.5 size-4 shrink-0', look)} />
          <span className="min-w-0 flex-1 wrap-anywhere">{listed.name}</span>
          <Badge>{texts.origins[listed.origin]}</Badge>
        </summary>
        {isOpen ? (
          <div className="flex flex-col gap-2 border-t border-line px-3 py-2">
            {outcome && !outcome.ok ? <Failures outcome={outcome} /> : null}
            {compared ? <LanguageWays plays={compared} /> : null}
            <ScenarioActs listed={listed} onTalk={onTalk} />
          </div>
        ) : null}
      </details>
      {outcome && !outcome.ok ? <FirstFailure outcome={outcome} /> : null}
    </li>
  );
});

function Failures({ outcome: { failures } }: { readonly outcome: ScenarioOutcome }): ReactElement {
  return (
    <ul aria-label={texts.outcomes.failed} className="flex flex-col gap-1.5 text-xs">
      {failures.map(({ step, said, state, message }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the failures of an outcome never change.
        <li key={index} className="wrap-anywhere">
          <StateButton id={state} className="font-semibold" />{' '}
          <span className="text-ink-soft">{texts.step(step, said)}</span> {message}
        </li>
      ))}
    </ul>
  );
}

/** Where a failure begins is seen without opening anything. */
function FirstFailure({ outcome }: { readonly outcome: ScenarioOutcome }): ReactElement | null {
  const [first] = outcome.failures;
  if (!first) return null;
  return (
    <p className="flex items-baseline gap-1 px-3 pb-2 text-xs text-danger">
      <StateButton id={first.state} className="shrink-0 font-semibold" />
      <span className="min-w-0 truncate">{first.message}</span>
    </p>
  );
}

const signs = {
  passed: { icon: CircleCheck, look: 'text-accent' },
  failed: { icon: CircleX, look: 'text-danger' },
  none: { icon: CircleDashed, look: 'text-ink-faint' },
} as const;
