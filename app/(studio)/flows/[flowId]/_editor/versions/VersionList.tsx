import { History } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { words } from '@/app/_words/en';
import { usePeople, type VersionSummary } from './flow-queries';
import { PublishDialog } from './PublishDialog';
import { RollBackSheet } from './RollBackSheet';
import { useRestoreVersion } from './use-restore-version';
import { VersionRow } from './VersionRow';
import type { Pair } from './version-pair';

const texts = words.editor.versions;

/** So many versions are drawn at first, and with each "more". */
const PAGE = 30;

type Props = { readonly versions: readonly VersionSummary[]; readonly onCompare: (pair: Pair) => void };

/** The draft, and below it every version, newest first. */
export function VersionList({ versions, onCompare }: Props): ReactElement {
  const [most, setMost] = useState(PAGE);
  const [rollingBackTo, setRollingBackTo] = useState<number | null>(null);
  const { restore, answer } = useRestoreVersion();
  const people = usePeople();
  const left = versions.length - most;
  return (
    <>
      <DraftRow live={versions.find(({ isActive }) => isActive)?.version ?? null} onCompare={onCompare} />
      <p role="status" className="px-4 pb-2 text-sm text-ink-soft empty:hidden">
        {answer}
      </p>
      {versions.length === 0 ? (
        <Notice icon={History} title={texts.emptyTitle}>
          {texts.emptyBody}
        </Notice>
      ) : null}
      <ol aria-label={texts.label} className="hairlines border-t border-line empty:hidden">
        {versions.slice(0, most).map((version) => (
          <VersionRow
            key={version.version}
            version={version}
            people={sum(people.data?.states.filter((place) => place.version === version.version))}
            onCompare={() => onCompare({ before: version.version, after: 'draft' })}
            onRestore={() => void restore(version.version)}
            onRollBack={() => setRollingBackTo(version.version)}
          />
        ))}
      </ol>
      {left > 0 ? (
        <div className="p-4">
          <Button onClick={() => setMost(most + PAGE)}>{texts.more(Math.min(left, PAGE))}</Button>
        </div>
      ) : null}
      {rollingBackTo === null ? null : <RollBackSheet version={rollingBackTo} onClose={() => setRollingBackTo(null)} />}
    </>
  );
}

function sum(places: readonly { readonly people: number }[] = []): number {
  return places.reduce((total, { people }) => total + people, 0);
}

type DraftProps = { readonly live: number | null; readonly onCompare: (pair: Pair) => void };

function DraftRow({ live, onCompare }: DraftProps): ReactElement {
  const [isPublishing, setPublishing] = useState(false);
  return (
    <div className="px-4 py-3">
      <h3 className="text-sm font-semibold">{texts.draft}</h3>
      <p className="text-xs text-ink-soft">{texts.draftBody}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button look="primary" onClick={() => setPublishing(true)}>
          {texts.publish}
        </Button>
        {live === null ? null : (
          <Button onClick={() => onCompare({ before: live, after: 'draft' })}>{texts.compareDraft}</Button>
        )}
      </div>
      {isPublishing ? <PublishDialog isOpen onClose={() => setPublishing(false)} /> : null}
    </div>
  );
}
