import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import type { Reaction } from './thread-reactions';

type Props = { readonly reactions: readonly Reaction[]; readonly isOwn: boolean };

/** The emoji that stand on a message, at its lower edge. */
export function ReactionChips({ reactions, isOwn }: Props): ReactElement | null {
  if (reactions.length === 0) return null;
  return (
    <ul aria-label={words.phone.reactions} className={classNames('z-10 -mt-1 flex gap-1 px-2', isOwn && 'self-end')}>
      {reactions.map(({ by, emoji }) => (
        <li key={by} className="rounded-full bg-chat-pill px-1.5 py-0.5 text-sm shadow-card">
          <span role="img" aria-label={words.simulator.reacted(emoji)}>
            {emoji}
          </span>
        </li>
      ))}
    </ul>
  );
}
