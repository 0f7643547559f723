import { CalendarClock, Headset, type LucideIcon, ShieldCheck } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { words } from '@/app/_words/en';
import { writeTime } from '../../_time/write-time';
import type { Turn } from '../conversation-types';

/** What follows from the conversation: follow-ups, handovers to an officer, and what the customer agreed to. */
export function Plans({ turns }: { readonly turns: readonly Turn[] }): ReactElement {
  const events = turns.flatMap((turn) => turn.events.map((event, index) => ({ event, key: `${turn.id}:${index}` })));
  return (
    <div className="flex flex-col gap-4 px-5 pt-4 pb-6">
      <Plan icon={CalendarClock} title={words.inspector.followUps}>
        {events.map(({ event, key }) =>
          event.type === 'followUp.requested' ? (
            <Row key={key} lead={writeTime(event.dueAt)} tag={event.reason} text={event.summary} />
          ) : null,
        )}
      </Plan>
      <Plan icon={Headset} title={words.inspector.handovers}>
        {events.map(({ event, key }) =>
          event.type === 'handover.requested' ? (
            <Row key={key} lead={event.reason} tag={null} text={event.summary} />
          ) : null,
        )}
      </Plan>
      <Plan icon={ShieldCheck} title={words.inspector.consents}>
        {events.map(({ event, key }) => {
          if (event.type === 'consent.given') {
            return <Row key={key} lead={words.inspector.given} tag={event.purpose} text="" />;
          }
          const isWithdrawn = event.type === 'consent.withdrawn';
          return isWithdrawn ? <Row key={key} lead={words.inspector.withdrawn} tag={event.purpose} text="" /> : null;
        })}
      </Plan>
    </div>
  );
}

type PlanProps = { readonly icon: LucideIcon; readonly title: string; readonly children: readonly ReactNode[] };

function Plan({ icon: Icon, title, children }: PlanProps): ReactElement {
  const isEmpty = children.every((child) => child === null);
  return (
    <section aria-label={title}>
      <h3 className="flex items-center gap-1.5 text-xs font-medium text-ink-soft">
        <Icon aria-hidden className="size-3.5" />
        {title}
      </h3>
      {isEmpty ? <p className="text-sm text-ink-faint">{words.inspector.noPlans}</p> : <ul>{children}</ul>}
    </section>
  );
}

type RowProps = { readonly lead: string; readonly tag: string | null; readonly text: string };

function Row({ lead, tag, text }: RowProps): ReactElement {
  return (
    <li className="mt-1 text-sm">
      <span className="font-semibold">{lead}</span>
      {tag ? <span className="text-ink-soft"> · {tag.replaceAll('_', ' ')}</span> : null}
      {text ? <span className="block text-ink-soft">{text}</span> : null}
    </li>
  );
}
