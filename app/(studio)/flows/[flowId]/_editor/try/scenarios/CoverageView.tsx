'use client';

import type { ReactElement } from 'react';
import { Checkbox } from '@/app/_ui/Checkbox';
import { Meter } from '@/app/_ui/Meter';
import { words } from '@/app/_words/en';
import { coverageOf } from '@/flows/scenarios/scenario-coverage';
import { useScenarioStore, useScenarios } from './use-scenarios';

const texts = words.editor.try.scenarios;
const parts = ['states', 'transitions', 'rules'] as const;

/** How much of the flow the scenarios came to; the rest can be seen on the drawing. */
export function CoverageView(): ReactElement | null {
  const store = useScenarioStore();
  const outcomes = useScenarios((state) => state.outcomes);
  const ranOn = useScenarios((state) => state.ranOn);
  const isRunning = useScenarios((state) => state.doing?.type === 'run');
  const isPainted = useScenarios((state) => state.isPainted);
  if (ranOn === null || isRunning) return null;
  const coverage = coverageOf(ranOn, [...outcomes.values()]);
  return (
    <section aria-label={texts.coverage} className="flex flex-col gap-3 rounded-xl border border-line px-4 py-3">
      <div className="grid grid-cols-3 gap-4">
        {parts.map((part) => {
          const { total, missing } = coverage[part];
          const reached = total - missing.length;
          return (
            <Meter
              key={part}
              label={texts.parts[part]}
              share={total === 0 ? 1 : reached / total}
              value={texts.ofTotal(reached, total)}
            />
          );
        })}
      </div>
      <Checkbox label={texts.paint} body={texts.paintBody} isChecked={isPainted} onChange={store.getState().paint} />
    </section>
  );
}
