import { expose } from 'comlink';
import { applyPatch } from '@/flows/edit/apply-patch';
import type { FlowPatch } from '@/flows/edit/flow-patch-schema';
import type { Flow } from '@/flows/schema/flow';
import { type Comparison, compareFlows } from './comparison';

/** Two sides, of which one or both may be the draft. */
export type ComparedSides = Readonly<{ before: Flow | 'draft'; after: Flow | 'draft' }>;

type Opened = Readonly<{ sides: ComparedSides; draft: Flow | null }>;

let opened: Opened | null = null;

/** Compares away from the screen: a large flow takes longer than a frame. */
const comparer = {
  /** Takes both sides in, and the draft where a side is the draft. */
  open(sides: ComparedSides, draft: Flow | null): Comparison | null {
    opened = { sides, draft };
    return compared();
  },

  /** The draft has changed: only what changed comes over, since a large flow takes long to copy. */
  follow(patch: FlowPatch): Comparison | null {
    if (opened?.draft) opened = { ...opened, draft: applyPatch(opened.draft, patch) };
    return compared();
  },
};
export type Comparer = typeof comparer;

expose(comparer);

function compared(): Comparison | null {
  if (!opened) return null;
  const { sides, draft } = opened;
  const before = sides.before === 'draft' ? draft : sides.before;
  const after = sides.after === 'draft' ? draft : sides.after;
  return before && after ? compareFlows(before, after) : null;
}
