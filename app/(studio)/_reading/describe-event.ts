import { words } from '@/app/_words/en';
import type { TurnEvent } from '@/flows/schema/events';
import { writeValue } from '../_slots/write-value';
import { writeTime } from '../_time/write-time';
import { sayCode } from './say-code';
import { sayProblem } from './say-problem';
import { sayReason } from './say-reason';

/** What an event says beyond its name, in one line. */
export function describeEvent(event: TurnEvent): string {
  switch (event.type) {
    case 'session.started':
      return `by the ${event.by === 'contact' ? 'customer' : 'business'}`;
    case 'message.said':
      return `${event.textKey} (${event.language})`;
    case 'slot.filled':
      return `${event.slot} = ${writeValue(event.slot, event.value)}`;
    case 'slot.cleared':
      return event.slot;
    case 'state.entered':
      return event.visit === 1 ? event.state : `${event.state}, visit ${event.visit}`;
    case 'transition.taken':
      return `${event.from} → ${event.to} (${event.outcome})`;
    case 'outcome.unhandled':
      return `${event.state}: ${event.outcomes.join(', ')}`;
    case 'rule.matched':
      return `${event.rule} (${event.intent})`;
    case 'message.understood':
      return `${sayCode(event.intent)} ${percent(event.confidence)}. ${sayReason(event.reason)}`;
    case 'question.answered':
      return [sayCode(event.intent), words.inspector.wordedBy[event.by], event.answer]
        .filter((part) => part !== '')
        .join(', ');
    case 'draft.refused':
      return event.problems.map(({ code, text }) => `${sayProblem(code)}: “${text}”`).join(', ');
    case 'question.asked':
      return `${event.slot ?? event.state}, time ${event.time}`;
    case 'choice.taken':
      return event.stale ? `${event.choice}, from an older message` : event.choice;
    case 'language.changed':
      return `${event.from} → ${event.to}`;
    case 'interest.changed':
      return `${percent(event.from)} → ${percent(event.to)} (${event.intent})`;
    case 'consent.given':
    case 'consent.withdrawn':
      return event.purpose;
    default:
      return describeConsequence(event);
  }
}

type Consequence = Exclude<
  TurnEvent,
  {
    type:
      | `session.started`
      | `message.${string}`
      | 'draft.refused'
      | `slot.${string}`
      | 'state.entered'
      | 'transition.taken'
      | 'outcome.unhandled'
      | 'rule.matched'
      | `question.${string}`
      | 'choice.taken'
      | 'language.changed'
      | 'interest.changed'
      | `consent.${string}`;
  }
>;

function describeConsequence(event: Consequence): string {
  switch (event.type) {
    case 'followUp.requested':
      return `${writeTime(event.dueAt)}, ${event.reason}: ${event.summary}`;
    case 'handover.requested':
      return `${event.reason}: ${event.summary}`;
    case 'effect.requested':
      return `${event.effect.method} ${event.effect.url}`;
    case 'timer.requested':
      return `until ${writeTime(event.until)}`;
    case 'sensitive.detected':
      return event.kinds.join(', ');
    case 'expression.failed':
      return `${event.expression}: ${event.detail}`;
    case 'input.ignored':
      return event.reason;
    case 'limit.reached':
      return event.cycle.length > 0 ? `${event.limit}: ${event.cycle.join(' → ')}` : `${event.limit}: ${event.detail}`;
    case 'flow.broken':
      return `${event.code}: ${event.detail}`;
    case 'session.ended':
      return `${event.reason} in ${event.state}`;
    default:
      return event satisfies never;
  }
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
