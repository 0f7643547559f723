import { CircleCheck, TriangleAlert } from 'lucide-react';
import { type ReactElement, useEffect, useState } from 'react';
import { Notice } from '@/app/_ui/Notice';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { useCanvasHandle } from '../canvas/canvas-handle';
import { useEditorStore } from '../editor-context';
import type { TakeBack } from './ChangeGroup';
import { ChangeList } from './ChangeList';
import type { Comparison } from './comparison';
import { DifferenceBar } from './DifferenceBar';
import { type ChangeFilter, filterChanges } from './filter-changes';
import { selectPlace } from './select-place';
import { takeBack, takeBackGroup } from './take-back';
import { type ComparedFlow, useComparison } from './use-comparison';

const texts = words.editor.versions;

type Props = { readonly before: ComparedFlow; readonly after: ComparedFlow };

/** What is different between two flows, in sentences and in the drawing. In the draft it can be taken back, one by one. */
export function Difference({ before, after }: Props): ReactElement {
  const comparing = useComparison(before, after);
  switch (comparing.type) {
    case 'comparing':
      return <Spinner label={texts.comparing} className="p-5 text-sm text-ink-soft" />;
    case 'failed':
      return (
        <Notice icon={TriangleAlert} kind="problem" title={texts.compareFailed}>
          {texts.compareFailedBody}
        </Notice>
      );
    case 'compared':
      if (comparing.comparison.count > 0)
        return <Compared comparison={comparing.comparison} earlier={after === 'draft' ? before : null} />;
      return (
        <Notice icon={CircleCheck} title={texts.sameTitle}>
          {texts.sameBody}
        </Notice>
      );
    default:
      return comparing satisfies never;
  }
}

/** `earlier`: what can be taken back to; null where the later side is not the draft. */
function Compared({
  comparison,
  earlier,
}: {
  readonly comparison: Comparison;
  readonly earlier: ComparedFlow | null;
}): ReactElement {
  const store = useEditorStore();
  const canvas = useCanvasHandle();
  const [filter, setFilter] = useState<ChangeFilter>('all');
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [answer, setAnswer] = useState('');
  useEffect(() => {
    store.getState().light({ compared: comparison.lit });
    return () => store.getState().light({ compared: null });
  }, [store, comparison]);

  const groups = filterChanges(comparison.groups, filter);
  const changes = groups.flatMap((group) => group.changes);
  const select = (change: (typeof changes)[number]) => {
    setCurrentId(change.id);
    selectPlace(store, canvas.current, change.place);
  };
  const say = (isDone: boolean) => setAnswer(isDone ? texts.takenBack : texts.noPlace);
  const ways: TakeBack | null =
    earlier === null || earlier === 'draft'
      ? null
      : {
          one: (change) => say(takeBack(store, earlier, change)),
          all: (group) => say(takeBackGroup(store, earlier, group)),
        };
  return (
    <div className="flex min-h-0 flex-col">
      <DifferenceBar
        comparison={comparison}
        filter={filter}
        onFilter={setFilter}
        index={changes.findIndex(({ id }) => id === currentId)}
        changes={changes}
        onSelect={select}
      />
      <p role="status" className="px-4 text-xs text-ink-soft empty:hidden">
        {answer}
      </p>
      <ChangeList groups={groups} currentId={currentId} onSelect={select} takeBack={ways} />
    </div>
  );
}
