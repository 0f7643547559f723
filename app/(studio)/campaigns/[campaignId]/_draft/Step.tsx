import type { ReactElement, ReactNode } from 'react';
import { words } from '@/app/_words/en';

/** The steps of a draft, in the order in which they are best done; also the anchors of the page. */
export const steps = ['people', 'message', 'schedule', 'launch'] as const;
export type StepId = (typeof steps)[number];

type Props = { readonly step: StepId; readonly children: ReactNode };

/** One step of a draft with its number and what it is about. */
export function Step({ step, children }: Props): ReactElement {
  const { title, lead } = words.campaigns.draft.steps[step];
  return (
    <section aria-labelledby={step} className="scroll-mt-16 border-t border-line pt-7 pb-10">
      <div className="flex items-start gap-3">
        <span
          aria-hidden
          className="mt-0.5 flex size-6 shrink-0 items-center justify-center rounded-full bg-accent-soft text-xs font-semibold text-accent-strong"
        >
          {steps.indexOf(step) + 1}
        </span>
        <div className="min-w-0">
          <h2 id={step} tabIndex={-1} className="scroll-mt-16 text-lg font-semibold outline-none">
            {title}
          </h2>
          <p className="text-sm text-ink-soft">{lead}</p>
        </div>
      </div>
      <div className="mt-5 md:ml-9">{children}</div>
    </section>
  );
}
