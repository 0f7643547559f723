import { words } from '@/app/_words/en';
import { sayCode } from '../../../_reading/say-code';
import { nameOfSlot } from '../../../_slots/name-of-slot';
import { writeValue } from '../../../_slots/write-value';
import { writeTime } from '../../../_time/write-time';
import type { TimelineEntry } from '../lead-page-types';

const texts = words.leadPage.timeline.entries;

type SaidEntry = Readonly<{ title: string; body: string | null }>;

/** A happening in words; what somebody wrote stands below it. */
export function sayEntry(entry: TimelineEntry): SaidEntry {
  switch (entry.kind) {
    case 'message': {
      const who = entry.direction === 'in' ? texts.customer : (entry.author?.name ?? texts.bot);
      return { title: texts.wrote(who), body: entry.text === '' ? sayCode(entry.type) : entry.text };
    }
    case 'state':
      return line(texts.state(sayCode(entry.to)));
    case 'filled':
      return line(texts.filled(entry.slots.map(({ slot, value }) => sayFact(slot, value)).join(', ')));
    case 'note':
      return { title: texts.note(nameOf(entry.actor)), body: entry.body };
    case 'stage':
      return line(texts.stage(nameOf(entry.actor), nameIn(words.leadsShared.stages, entry.to)));
    case 'fact':
    case 'assigned':
    case 'tags':
    case 'outcome':
    case 'task':
    case 'handover':
      return line(sayAct(entry));
    case 'followUp':
      return line(texts.followUp(nameIn(words.followUps.statuses, entry.status), writeTime(entry.dueAt)));
    case 'campaign':
      return line(texts.campaign(entry.name, sayCode(entry.status)));
    case 'consent':
      return line(texts.consents[entry.status](sayCode(entry.purpose)));
    case 'document':
      return line(texts.document(entry.file));
    default:
      return entry satisfies never;
  }
}

type Act = Extract<TimelineEntry, { kind: 'fact' | 'assigned' | 'tags' | 'outcome' | 'task' | 'handover' }>;

/** What somebody did with the lead. */
function sayAct(entry: Act): string {
  const who = nameOf(entry.actor);
  switch (entry.kind) {
    case 'fact': {
      if (entry.isConfirmed) return texts.confirmed(who, nameOfSlot(entry.slot));
      if (entry.to === null) return texts.removed(who, nameOfSlot(entry.slot));
      return texts.changed(who, sayFact(entry.slot, entry.to));
    }
    case 'assigned':
      return entry.to === null ? texts.unassigned(who) : texts.assigned(who, entry.to.name);
    case 'tags':
      return texts.tags(
        who,
        [...entry.added.map((tag) => `+${tag}`), ...entry.removed.map((tag) => `−${tag}`)].join(', '),
      );
    case 'outcome':
      return texts.outcome(who, nameIn(words.leadsShared.outcomes, entry.outcome ?? ''));
    case 'task':
      return entry.isDone ? texts.taskDone(who, entry.title) : texts.task(who, entry.title);
    case 'handover':
      return texts.handovers[entry.step](who, sayCode(entry.step === 'ended' ? entry.status : entry.reason));
    default:
      return entry satisfies never;
  }
}

function line(title: string): SaidEntry {
  return { title, body: null };
}

function sayFact(slot: string, value: Parameters<typeof writeValue>[1]): string {
  return `${nameOfSlot(slot)}: ${writeValue(slot, value)}`;
}

function nameOf(actor: Readonly<{ name: string }> | null): string {
  return actor?.name ?? texts.bot;
}

function nameIn(names: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(names, code) ? (names[code] ?? code) : sayCode(code);
}
