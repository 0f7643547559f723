import {
  ArrowRightLeft,
  CalendarClock,
  CircleCheck,
  Flag,
  Footprints,
  Handshake,
  ListChecks,
  type LucideIcon,
  Megaphone,
  MessageCircle,
  NotebookPen,
  Paperclip,
  Pencil,
  ScanText,
  Tag,
  UserRound,
} from 'lucide-react';
import type { TimelineEntry } from '../lead-page-types';

/** What each kind of happening is known by. */
export const timelineIcons: Readonly<Record<TimelineEntry['kind'], LucideIcon>> = {
  message: MessageCircle,
  state: Footprints,
  filled: ScanText,
  stage: ArrowRightLeft,
  fact: Pencil,
  assigned: UserRound,
  tags: Tag,
  outcome: Flag,
  note: NotebookPen,
  task: ListChecks,
  followUp: CalendarClock,
  handover: Handshake,
  campaign: Megaphone,
  consent: CircleCheck,
  document: Paperclip,
};
