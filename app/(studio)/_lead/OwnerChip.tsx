import { UserRound } from 'lucide-react';
import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import { initialsOf } from '../_me/initials-of';

const texts = words.leadsShared;

type Props = {
  /** Null: nobody's. */
  readonly owner: Readonly<{ id: string; name: string }> | null;
  readonly className?: string;
};

/** Whose a lead or a conversation is. */
export function OwnerChip({ owner, className }: Props): ReactElement {
  return (
    <span
      title={owner ? texts.owner(owner.name) : texts.nobody}
      className={classNames('inline-flex min-w-0 items-center gap-1.5 text-xs text-ink-soft', className)}
    >
      <span
        aria-hidden
        className={classNames(
          'flex size-5 shrink-0 items-center justify-center rounded-full text-[0.625rem] font-semibold',
          owner ? 'bg-accent-soft text-accent-strong' : 'border border-dashed border-line-strong text-ink-faint',
        )}
      >
        {owner ? initialsOf(owner.name) : <UserRound className="size-3" />}
      </span>
      <span className="truncate">{owner?.name ?? texts.nobody}</span>
    </span>
  );
}
