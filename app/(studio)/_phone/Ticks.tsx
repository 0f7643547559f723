import { Check, CheckCheck, CircleAlert, Clock3 } from 'lucide-react';
import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';

/** The sign beside the time of the customer's own message. */
export type Tick = 'clock' | 'sent' | 'delivered' | 'read' | 'failed';

/** How far the customer's own message has come. */
export function Ticks({ tick }: { readonly tick: Tick }): ReactElement {
  const { icon: Icon, look } = signs[tick];
  return (
    <Icon
      role="img"
      aria-label={words.simulator.ticks[tick]}
      className={classNames('size-4 shrink-0', look)}
      strokeWidth={2.2}
    />
  );
}

const signs = {
  clock: { icon: Clock3, look: 'size-3.5' },
  sent: { icon: Check, look: '' },
  delivered: { icon: CheckCheck, look: '' },
  read: { icon: CheckCheck, look: 'text-chat-read' },
  failed: { icon: CircleAlert, look: 'text-danger' },
} as const;
