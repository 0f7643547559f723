import {
  CalendarClock,
  ChartNoAxesColumn,
  Inbox,
  type LucideIcon,
  Megaphone,
  MessagesSquare,
  Settings,
  Users,
  Workflow,
} from 'lucide-react';
import type { Route } from 'next';
import { words } from '@/app/_words/en';
import type { Role } from '@/server/auth/actor';

export type Screen = Readonly<{ href: Route; label: string; icon: LucideIcon }>;

const texts = words.navigation;
const inbox: Screen = { href: '/inbox', label: texts.inbox, icon: Inbox };
const leads: Screen = { href: '/leads', label: texts.leads, icon: Users };
const flows: Screen = { href: '/flows', label: texts.flows, icon: Workflow };
const simulator: Screen = { href: '/simulator', label: texts.simulator, icon: MessagesSquare };
const campaigns: Screen = { href: '/campaigns', label: texts.campaigns, icon: Megaphone };
const followUps: Screen = { href: '/follow-ups', label: texts.followUps, icon: CalendarClock };
const analytics: Screen = { href: '/analytics', label: texts.analytics, icon: ChartNoAxesColumn };
const settings: Screen = { href: '/settings', label: texts.settings, icon: Settings };

/** The screens that are of use to each role, in the order in which they are wanted. */
export const screensOf = {
  owner: [inbox, leads, flows, simulator, campaigns, followUps, analytics, settings],
  officer: [inbox, leads, followUps, analytics],
  viewer: [leads, analytics, campaigns, flows],
} satisfies Readonly<Record<Role, readonly Screen[]>>;
