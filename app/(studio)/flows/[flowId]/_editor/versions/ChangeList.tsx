import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { ChangeGroup, type TakeBack } from './ChangeGroup';
import type { ComparedChange, ComparedGroup } from './comparison';
import { firstGroups } from './filter-changes';

const texts = words.editor.versions;

/** So many changes are drawn at first, and with each "more". */
const PAGE = 100;

type Props = {
  readonly groups: readonly ComparedGroup[];
  readonly currentId: string | null;
  readonly onSelect: (change: ComparedChange) => void;
  readonly takeBack: TakeBack | null;
};

/** Every difference, grouped by what it is about: the first hundred, and more when asked for or walked to. */
export function ChangeList({ groups, currentId, onSelect, takeBack }: Props): ReactElement {
  const [most, setMost] = useState(PAGE);
  const changes = groups.flatMap((group) => group.changes);
  const current = changes.findIndex(({ id }) => id === currentId);
  const shown = firstGroups(groups, Math.max(most, current + 1));
  const left = changes.length - shown.reduce((count, group) => count + group.changes.length, 0);
  if (changes.length === 0) return <p className="p-4 text-sm text-ink-soft">{texts.noneOfFilter}</p>;
  return (
    <section aria-label={texts.list} className="hairlines">
      {shown.map((group) => (
        <ChangeGroup key={group.id} group={group} currentId={currentId} onSelect={onSelect} takeBack={takeBack} />
      ))}
      {left > 0 ? (
        <div className="p-4">
          <Button onClick={() => setMost(most + PAGE)}>{texts.more(Math.min(left, PAGE))}</Button>
        </div>
      ) : null}
    </section>
  );
}
