import { Timer } from 'lucide-react';
import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { words } from '@/app/_words/en';
import { useMinute } from '../../_lead/use-minute';
import { type SlaLeft, slaLeft } from './sla-left';

const texts = words.inbox.sla;

/** How long an officer has to answer; it counts down by itself. */
export function SlaChip({ dueAt }: { readonly dueAt: string }): ReactElement {
  const left = slaLeft(dueAt, useMinute());
  const time = sayLeft(left);
  const isOver = left.state === 'over';
  const said = isOver ? texts.over(time) : texts.left(time);
  return (
    <span role="img" aria-label={said} title={said} className="inline-flex shrink-0">
      <Badge tone={tones[left.state]}>
        <Timer aria-hidden className="size-3" />
        <span aria-hidden className="tabular-nums">
          {isOver ? texts.shortOver(time) : time}
        </span>
      </Badge>
    </span>
  );
}

function sayLeft({ days, hours, minutes }: SlaLeft): string {
  if (days > 0) return texts.days(days);
  return hours > 0 ? texts.hours(hours, minutes) : texts.minutes(minutes);
}

const tones = { fine: 'plain', soon: 'mark', over: 'danger' } as const;
