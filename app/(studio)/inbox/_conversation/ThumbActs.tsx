import { AlarmClock, CircleCheck, Undo2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { IconButton } from '@/app/_ui/IconButton';
import type { ActId } from '../_acts/possible-acts';
import type { ConversationAct } from '../_acts/use-conversation-acts';

const icons = { snooze: AlarmClock, returnToBot: Undo2, close: CircleCheck } as const;

/** On a phone what is done most stands at the bottom, where the thumb is. */
export function ThumbActs({ acts }: { readonly acts: readonly ConversationAct[] }): ReactElement {
  return (
    <div className="flex md:hidden">
      {acts.map(({ id, label, run }) =>
        hasIcon(id) ? <IconButton key={id} icon={icons[id]} label={label} onClick={run} className="size-10" /> : null,
      )}
    </div>
  );
}

function hasIcon(id: ActId): id is keyof typeof icons {
  return Object.hasOwn(icons, id);
}
