import type { ReactElement } from 'react';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { useCanvasHandle } from '../../canvas/canvas-handle';
import { useEditorStore } from '../../editor-context';
import { ChangeList } from '../ChangeList';
import { selectPlace } from '../select-place';
import type { Comparing } from '../use-comparison';

const texts = words.editor.versions;

type Props = {
  readonly live: number | null;
  readonly comparing: Comparing;
  readonly onLeave: () => void;
};

/** What is different from the version that is live. */
export function ChangesStep({ live, comparing, onLeave }: Props): ReactElement {
  const store = useEditorStore();
  const canvas = useCanvasHandle();
  if (live === null) return <p className="text-sm text-ink-soft">{texts.publishing.changes.first}</p>;
  if (comparing.type === 'failed') {
    return (
      <p role="alert" className="text-sm text-danger">
        {texts.compareFailed}. {texts.compareFailedBody}
      </p>
    );
  }
  if (comparing.type === 'comparing') return <Spinner label={texts.comparing} className="text-sm text-ink-soft" />;
  const { groups, count } = comparing.comparison;
  if (count === 0) return <p className="text-sm text-ink-soft">{texts.publishing.changes.none}</p>;
  return (
    <>
      <p className="mb-2 text-sm text-ink-soft">{texts.publishing.changes.since(live, count)}</p>
      <div className="max-h-72 overflow-y-auto rounded-lg border border-line">
        <ChangeList
          groups={groups}
          currentId={null}
          onSelect={({ place }) => {
            selectPlace(store, canvas.current, place);
            onLeave();
          }}
          takeBack={null}
        />
      </div>
    </>
  );
}
