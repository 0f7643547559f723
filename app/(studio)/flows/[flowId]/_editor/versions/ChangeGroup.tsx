import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { StateName } from '../../../../_flow/StateName';
import { ChangeItem } from './ChangeItem';
import type { ComparedChange, ComparedGroup, ComparedOwner } from './comparison';
import { nameOfOwner } from './take-back';

const texts = words.editor.versions;

type Props = {
  readonly group: ComparedGroup;
  readonly currentId: string | null;
  readonly onSelect: (change: ComparedChange) => void;
  /** Null where nothing can be taken back. */
  readonly takeBack: TakeBack | null;
};

export type TakeBack = Readonly<{
  one: (change: ComparedChange) => void;
  all: (group: ComparedGroup) => void;
}>;

/** Everything that changed in one state, one rule, or the flow itself. */
export function ChangeGroup({ group, currentId, onSelect, takeBack }: Props): ReactElement {
  const { owner, changes } = group;
  const name = nameOfOwner(owner);
  return (
    <section aria-label={name} className="px-2 py-2">
      <div className="flex min-h-8 items-center gap-2 px-2">
        <h3 className="min-w-0 flex-1 text-sm font-semibold">
          <OwnerName owner={owner} />
        </h3>
        {takeBack && changes.length > 1 ? (
          <Button
            look="bare"
            aria-label={texts.takeBackGroupLabel(name, changes.length)}
            onClick={() => takeBack.all(group)}
            className="min-h-7 px-2 text-xs"
          >
            {texts.takeBackGroup}
          </Button>
        ) : null}
      </div>
      <ul>
        {changes.map((change) => (
          <ChangeItem
            key={change.id}
            change={change}
            isCurrent={change.id === currentId}
            onSelect={onSelect}
            onTakeBack={takeBack?.one ?? null}
          />
        ))}
      </ul>
    </section>
  );
}

function OwnerName({ owner }: { readonly owner: ComparedOwner }): ReactElement {
  if (owner.type !== 'state') return <span className="wrap-anywhere">{nameOfOwner(owner)}</span>;
  return (
    <span className="flex min-w-0 items-center gap-2">
      <StateName name={owner.name} type={owner.stateType} />
      {owner.presence === 'kept' ? null : (
        <Badge tone={owner.presence === 'added' ? 'accent' : 'danger'} className="shrink-0">
          {owner.presence === 'added' ? texts.added : texts.removed}
        </Badge>
      )}
    </span>
  );
}
