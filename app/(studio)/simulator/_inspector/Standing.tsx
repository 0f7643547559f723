import { Workflow } from 'lucide-react';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { buttonClass } from '@/app/_ui/Button';
import { Meter } from '@/app/_ui/Meter';
import { words } from '@/app/_words/en';
import type { Flow } from '@/flows/schema/flow';
import { nameOfState } from '../../_flow/name-of-state';
import { StateName } from '../../_flow/StateName';
import { languageName } from '../../_language/language-name';
import { nameOfSlot } from '../../_slots/name-of-slot';
import { writeTime } from '../../_time/write-time';
import type { Session } from '../conversation-types';

type Props = { readonly session: Session; readonly flow: Flow | undefined; readonly contactId: string };

/** The state a conversation is in, what it waits for, and how interested the customer seems. */
export function Standing({ session, flow, contactId }: Props): ReactElement {
  const state = flow?.states.find(({ id }) => id === session.state);
  return (
    <div className="shrink-0 px-5 pt-4 pb-3">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <p className="text-xs text-ink-faint">{words.inspector.state}</p>
          <p className="text-lg font-semibold" data-state={session.state}>
            <StateName
              name={state ? nameOfState(state) : session.state}
              type={state?.type ?? null}
              className="max-w-full"
            />
          </p>
          <p className="text-xs text-ink-soft">{describeWait(session)}</p>
        </div>
        <Link href={`/flows/${session.flowId}?contact=${contactId}`} className={buttonClass('quiet')}>
          <Workflow aria-hidden className="size-4" />
          <span className="lg:max-xl:sr-only">{words.inspector.seeDrawing}</span>
        </Link>
      </div>
      <div className="mt-3 flex items-end gap-4">
        <div className="min-w-0 flex-1">
          <Meter
            label={words.inspector.interest}
            share={session.interest}
            value={`${Math.round(session.interest * 100)}%`}
          />
        </div>
        <div className="min-w-0 flex-1">
          <Meter
            label={words.inspector.leadScore}
            share={session.lead.score / 100}
            value={String(session.lead.score)}
          />
        </div>
        <div className="flex gap-1.5">
          <Badge>{languageName(session.language)}</Badge>
          <Badge>
            {session.flowVersion === 0 ? words.inspector.draft : words.inspector.version(session.flowVersion)}
          </Badge>
        </div>
      </div>
      <p className="mt-1.5 text-xs text-ink-faint">{describeLead(session)}</p>
    </div>
  );
}

/** Why the score is what it is: the parts that count, the heaviest first. */
function describeLead({ lead }: Session): string {
  return lead.reasons
    .filter(({ code, points }) => points !== 0 || code === 'refused')
    .toSorted((left, right) => right.points - left.points)
    .map(({ code, value }) => words.inspector.leadReasons[code](String(value)))
    .join(' · ');
}

function describeWait({ status, wait }: Session): string {
  if (status === 'ended') return words.inspector.ended;
  switch (wait?.type) {
    case undefined:
      return '';
    case 'reply':
      return wait.expects[0]
        ? words.inspector.waitsForReplyAbout(nameOfSlot(wait.expects[0]).toLowerCase())
        : words.inspector.waitsForReply;
    case 'timer':
      return words.inspector.waitsUntil(writeTime(wait.until));
    case 'effect':
      return words.inspector.waitsForEffect;
    default:
      return wait satisfies never;
  }
}
