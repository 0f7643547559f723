'use client';

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
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import { Logo } from './Logo';
import { ThemeSwitch } from './ThemeSwitch';

/** The studio's screens: a rail beside the page on wide screens, a bar below it on phones. */
export function Navigation(): ReactElement {
  const pathname = usePathname();
  return (
    <div className="flex shrink-0 items-center border-t border-line bg-surface md:w-22 md:flex-col md:border-t-0 md:border-r md:py-4">
      <Link
        href="/"
        aria-label={words.navigation.home}
        className="mx-1.5 flex size-10 shrink-0 items-center justify-center rounded-xl text-accent max-sm:hidden sm:mx-4 md:mb-5"
      >
        <Logo className="size-8" />
      </Link>
      <nav aria-label={words.navigation.label} className="min-w-0 flex-1 overflow-x-auto md:w-full md:flex-none">
        <ul className="mx-auto flex w-max sm:gap-1 md:w-full md:flex-col md:px-2">
          {screens.map(({ href, label, icon: Icon }) => (
            <li key={href}>
              <Link
                href={href}
                aria-current={pathname.startsWith(href) ? 'page' : undefined}
                className="flex flex-col items-center gap-0.5 rounded-xl px-0.5 py-1.5 min-[25rem]:px-1 whitespace-nowrap text-[0.6875rem] font-medium text-ink-soft hover:bg-sunken hover:text-ink aria-[current]:bg-accent-soft aria-[current]:text-accent-strong sm:px-3 sm:text-xs md:px-1 md:py-2"
              >
                <Icon aria-hidden className="size-5" />
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Coming />
      <div className="mx-1.5 sm:mx-4 md:mt-auto">
        <ThemeSwitch />
      </div>
    </div>
  );
}

const screens = [
  { href: '/simulator', label: words.navigation.simulator, icon: MessagesSquare },
  { href: '/flows', label: words.navigation.flows, icon: Workflow },
  { href: '/campaigns', label: words.navigation.campaigns, icon: Megaphone },
  { href: '/follow-ups', label: words.navigation.followUps, icon: CalendarClock },
  { href: '/analytics', label: words.navigation.analytics, icon: ChartNoAxesColumn },
  { href: '/settings', label: words.navigation.settings, icon: Settings },
] as const;

/** Screens that are still to come: named, so that one knows, and plainly not to be pressed. */
function Coming(): ReactElement {
  return (
    <section
      aria-labelledby="coming"
      className="mt-4 hidden w-full border-t border-dashed border-line px-2 pt-3 [@media(min-height:46rem)]:md:block"
    >
      <h2 id="coming" className="mb-1 text-center text-xs text-ink-faint">
        {words.navigation.coming}
      </h2>
      <ul className="flex flex-col">
        {words.navigation.comingScreens.map((label, index) => (
          <ComingScreen key={label} label={label} icon={comingIcons[index] ?? Workflow} />
        ))}
      </ul>
    </section>
  );
}

function ComingScreen({ label, icon: Icon }: { readonly label: string; readonly icon: LucideIcon }): ReactElement {
  return (
    <li className={classNames('flex flex-col items-center gap-0.5 py-1.5 text-xs text-ink-faint')}>
      <Icon aria-hidden className="size-4 opacity-70" />
      {label}
    </li>
  );
}

const comingIcons = [Inbox, Users] as const;
