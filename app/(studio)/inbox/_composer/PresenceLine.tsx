import { Eye, PencilLine } from 'lucide-react';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import type { usePresence } from '../_conversation/use-presence';

const texts = words.inbox.presence;

/** Who else is here, so that two don't do the same. */
export function PresenceLine({ presence }: { readonly presence: ReturnType<typeof usePresence> }): ReactElement {
  const { viewing, typing } = presence;
  return (
    <div role="status" className="text-xs text-ink-soft">
      {typing.length > 0 ? (
        <p className="flex items-center gap-1.5 px-4 pt-2 font-medium text-mark-ink">
          <PencilLine aria-hidden className="size-3.5 shrink-0" />
          {texts.typing(typing.join(', '))}
        </p>
      ) : null}
      {viewing.length > 0 ? (
        <p className="flex items-center gap-1.5 px-4 pt-2">
          <Eye aria-hidden className="size-3.5 shrink-0" />
          {texts.viewing(viewing.join(', '))}
        </p>
      ) : null}
    </div>
  );
}
