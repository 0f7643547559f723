import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { writeTime } from '../../../../_time/write-time';
import type { VersionSummary } from './flow-queries';

const texts = words.editor.versions;

type Props = {
  readonly version: VersionSummary;
  /** In a conversation of this version now. */
  readonly people: number;
  readonly onCompare: () => void;
  readonly onRestore: () => void;
  readonly onRollBack: () => void;
};

/** One version: what it brought, who published it and when, and what can be done with it. */
export function VersionRow({ version, people, onCompare, onRestore, onRollBack }: Props): ReactElement {
  const { version: number, note, author, publishedAt, isActive, stateCount } = version;
  const name = texts.version(number);
  return (
    <li className="px-4 py-3" aria-label={name}>
      <p className="flex items-center gap-2 text-sm font-semibold">
        {name}
        {isActive ? <Badge tone="accent">{texts.live}</Badge> : null}
      </p>
      <p dir="auto" className="text-sm whitespace-pre-wrap wrap-anywhere">
        {note || <span className="text-ink-faint">{texts.noNote}</span>}
      </p>
      <p className="text-xs text-ink-soft wrap-anywhere">
        {texts.by(author, writeTime(publishedAt))} · {texts.states(stateCount)}
        {people > 0 ? ` · ${texts.inIt(people)}` : ''}
      </p>
      <div className="mt-1.5 -ml-2 flex flex-wrap">
        <Button look="bare" className="px-2" aria-label={texts.compareLabel(name)} onClick={onCompare}>
          {texts.compare}
        </Button>
        <Button look="bare" className="px-2" aria-label={texts.restoreLabel(number)} onClick={onRestore}>
          {texts.restore}
        </Button>
        {isActive ? null : (
          <Button look="bare" className="px-2" aria-label={texts.rollBackLabel(number)} onClick={onRollBack}>
            {texts.rollBack}
          </Button>
        )}
      </div>
    </li>
  );
}
