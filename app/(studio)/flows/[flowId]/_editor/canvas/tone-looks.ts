import type { CanvasTone } from '@/flows/schema/flow';

/** The colours of notes and groups. */
export const toneLooks = {
  grey: 'bg-sunken text-ink border-line-strong',
  yellow: 'bg-mark-soft text-mark-ink border-mark-ink/40',
  green: 'bg-kind-talk/12 text-kind-talk border-kind-talk/40',
  blue: 'bg-kind-ask/12 text-kind-ask border-kind-ask/40',
  purple: 'bg-kind-logic/12 text-kind-logic border-kind-logic/40',
  red: 'bg-kind-people/12 text-kind-people border-kind-people/40',
} as const satisfies Record<CanvasTone, string>;
