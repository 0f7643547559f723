import { wrap } from 'comlink';
import { useEffect, useState } from 'react';
import { flowPatch } from '@/flows/edit/flow-patch';
import type { Flow } from '@/flows/schema/flow';
import { useEditorStore } from '../editor-context';
import type { EditorStore } from '../editor-store';
import type { ComparedSides, Comparer } from './compare.worker';
import type { Comparison } from './comparison';

/** One side of a comparison: a version, or the draft as it stands in the editor from moment to moment. */
export type ComparedFlow = Flow | 'draft';

export type Comparing =
  | Readonly<{ type: 'comparing' }>
  | Readonly<{ type: 'compared'; comparison: Comparison }>
  | Readonly<{ type: 'failed' }>;

/**
 * What is different between two flows; it follows the draft. While the draft changes, the last answer stands. Null: a side
 * that is not read yet.
 */
export function useComparison(before: ComparedFlow | null, after: ComparedFlow): Comparing {
  const store = useEditorStore();
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    if (before === null) return;
    return compareInWorker(store, { before, after }, (comparing) => setAnswer({ before, after, comparing }));
  }, [before, after, store]);
  return answer?.before === before && answer.after === after ? answer.comparing : { type: 'comparing' };
}

type Answer = Readonly<{ before: ComparedFlow; after: ComparedFlow; comparing: Comparing }>;

/** The draft is compared again when it rests for so long. */
const REST_MS = 250;

/** Tells each answer, until the way to stop it, which is returned, is used. */
function compareInWorker(store: EditorStore, sides: ComparedSides, tell: (comparing: Comparing) => void): () => void {
  const worker = new Worker(new URL('./compare.worker.ts', import.meta.url), { type: 'module' });
  const comparer = wrap<Comparer>(worker);
  const hasDraft = sides.before === 'draft' || sides.after === 'draft';
  let known = store.getState().flow;
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const answered = async (coming: Promise<Comparison | null>) => {
    asked += 1;
    const question = asked;
    try {
      const comparison = await coming;
      if (comparison && question === asked) tell({ type: 'compared', comparison });
    } catch {
      tell({ type: 'failed' });
    }
  };
  const follow = () => {
    const { flow } = store.getState();
    const patch = flowPatch(known, flow);
    known = flow;
    void answered(comparer.follow(patch));
  };

  worker.addEventListener('error', () => tell({ type: 'failed' }));
  void answered(comparer.open(sides, hasDraft ? known : null));
  const unsubscribe = store.subscribe(({ flow }, { flow: earlier }) => {
    if (!hasDraft || flow === earlier) return;
    clearTimeout(timer);
    timer = setTimeout(follow, REST_MS);
  });
  return () => {
    asked = -1;
    clearTimeout(timer);
    unsubscribe();
    worker.terminate();
  };
}
