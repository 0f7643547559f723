'use client';

import { TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Sheet } from '@/app/_ui/Sheet';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../../_trpc/problem-of';
import { useVersions } from './flow-queries';
import { PublishSteps } from './publish/PublishSteps';
import { useSavedDraft } from './publish/use-saved-draft';

const texts = words.editor.versions.publishing;

type Props = { readonly isOpen: boolean; readonly onClose: () => void };

/** What would go live, what it would break and for whom; and the act itself. The draft is saved first. */
export function PublishDialog({ isOpen, onClose }: Props): ReactElement {
  return (
    <Sheet
      title={texts.title}
      description={texts.lead}
      closeLabel={texts.close}
      size="wide"
      isOpen={isOpen}
      onClose={onClose}
    >
      {/* Holds the focus while there is nothing else to hold it. */}
      <div ref={takeFocus} tabIndex={-1} className="outline-none">
        <Content onClose={onClose} />
      </div>
    </Sheet>
  );
}

function takeFocus(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}

function Content({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { draft, save } = useSavedDraft();
  const versions = useVersions();
  if (draft.type === 'failed') {
    return (
      <Notice
        icon={TriangleAlert}
        kind="problem"
        title={texts.problem}
        action={<Button onClick={() => void save()}>{texts.tryAgain}</Button>}
      >
        {texts.notSaved}
      </Notice>
    );
  }
  if (versions.isError) {
    return (
      <Notice
        icon={TriangleAlert}
        kind="problem"
        title={words.editor.versions.problem}
        action={<Button onClick={() => void versions.refetch()}>{texts.tryAgain}</Button>}
      >
        {problemOf(versions.error)}
      </Notice>
    );
  }
  if (draft.type === 'saving' || !versions.data) {
    return <Spinner label={texts.saving} className="py-6 text-sm text-ink-soft" />;
  }
  const live = versions.data.find(({ isActive }) => isActive)?.version ?? null;
  return <PublishSteps live={live} revision={draft.revision} onSaveAgain={save} onClose={onClose} />;
}
