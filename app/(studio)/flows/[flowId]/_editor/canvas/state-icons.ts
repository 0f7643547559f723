import {
  Calculator,
  CalendarClock,
  CircleStop,
  CloudDownload,
  FileBadge,
  GitFork,
  Headset,
  HelpCircle,
  Hourglass,
  ListChecks,
  type LucideIcon,
  MessageCircle,
  MessagesSquare,
  PencilLine,
  Split,
  SquareArrowOutUpRight,
} from 'lucide-react';
import type { StateType } from '@/flows/states';

/** The sign of each state type. */
export const stateIcons = {
  say: MessageCircle,
  ask: HelpCircle,
  choose: ListChecks,
  converse: MessagesSquare,
  branch: GitFork,
  set: PencilLine,
  calculate: Calculator,
  call: CloudDownload,
  wait: Hourglass,
  template: FileBadge,
  followUp: CalendarClock,
  handover: Headset,
  subflow: SquareArrowOutUpRight,
  split: Split,
  end: CircleStop,
} as const satisfies Record<StateType, LucideIcon>;
