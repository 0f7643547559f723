import type { Flow } from '../schema/flow';
import { applyPatch, reversePatch } from './apply-patch';
import type { FlowPatch } from './flow-patch-schema';
import { type MergedFlow, mergeFlows } from './merge-flows';

/**
 * Makes the changes of a patch on a flow that others have changed since: what they left alone is taken, what they changed
 * too is merged, and what clashes is listed, with mine kept.
 */
export function rebasePatch(theirs: Flow, patch: FlowPatch): MergedFlow {
  const base = applyPatch(theirs, reversePatch(patch));
  return mergeFlows(base, applyPatch(base, patch), theirs);
}
