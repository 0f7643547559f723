'use client';

import { Play, Square } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { Meter } from '@/app/_ui/Meter';
import { words } from '@/app/_words/en';
import { useEditor } from '../../editor-context';
import type { ListedScenario } from './listed-scenario';
import { useScenarioStore, useScenarios } from './use-scenarios';

const texts = words.editor.try.scenarios;

/** Runs all scenarios on the draft as it stands, and says how that went. */
export function RunBar({ scenarios }: { readonly scenarios: readonly ListedScenario[] }): ReactElement {
  const store = useScenarioStore();
  const doing = useScenarios((state) => state.doing);
  const outcomes = useScenarios((state) => state.outcomes);
  const ranOn = useScenarios((state) => state.ranOn);
  const isOutdated = useEditor(({ flow }) => ranOn !== null && flow !== ranOn);
  const failed = [...outcomes.values()].filter(({ ok }) => !ok).length;
  const { run, stop } = store.getState();
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center gap-2">
        <Button
          look="primary"
          isBusy={doing?.type === 'run'}
          disabled={doing !== null}
          onClick={() => void run(scenarios.map(({ id, scenario }) => ({ id, scenario })))}
        >
          {doing?.type === 'run' ? null : <Play aria-hidden className="size-4" />}
          {texts.runAll(scenarios.length)}
        </Button>
        {doing === null ? null : (
          <Button onClick={stop}>
            <Square aria-hidden className="size-3.5" />
            {texts.stop}
          </Button>
        )}
      </div>
      {doing?.type === 'run' ? (
        <Meter
          label={texts.progress}
          share={outcomes.size / doing.count}
          value={texts.played(outcomes.size, doing.count)}
        />
      ) : null}
      <p role="status" className="text-sm">
        {ranOn === null || doing?.type === 'run' ? null : (
          <>
            <span className="font-semibold">{texts.result(outcomes.size - failed, failed)}</span>
            {isOutdated ? <span className="text-ink-soft"> {texts.outdated}</span> : null}
          </>
        )}
      </p>
    </div>
  );
}
