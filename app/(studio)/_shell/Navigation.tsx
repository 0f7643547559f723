'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactElement } from 'react';
import { Logo } from '@/app/_ui/Logo';
import { words } from '@/app/_words/en';
import { useMe } from '../_me/use-me';
import { InboxCount } from './InboxCount';
import { type Screen, screensOf } from './screens';
import { ThemeSwitch } from './ThemeSwitch';
import { UserMenu } from './UserMenu';

/** The screens of who is signed in: a rail beside the page on wide screens, a bar below it on phones. */
export function Navigation(): ReactElement {
  const pathname = usePathname();
  const { role } = useMe();
  return (
    <div className="flex shrink-0 items-center border-t border-line bg-surface md:w-22 md:flex-col md:border-t-0 md:border-r md:py-4">
      <Link
        href="/"
        aria-label={words.navigation.home}
        className="mx-1.5 flex size-10 shrink-0 items-center justify-center rounded-xl text-accent max-sm:hidden sm:mx-4 md:mb-5"
      >
        <Logo className="size-8" />
      </Link>
      <nav
        aria-label={words.navigation.label}
        className="min-w-0 flex-1 overflow-x-auto md:min-h-0 md:w-full md:flex-none md:shrink md:overflow-y-auto"
      >
        <ul className="mx-auto flex w-max sm:gap-1 md:w-full md:flex-col md:px-2">
          {screensOf[role].map((screen) => (
            <ScreenLink key={screen.href} screen={screen} isCurrent={pathname.startsWith(screen.href)} />
          ))}
        </ul>
      </nav>
      <div className="mx-1.5 flex shrink-0 items-center gap-1 sm:mx-4 md:mt-auto md:flex-col md:pt-2">
        {/* On a phone it stands in the menu: the screens need the room. */}
        <span className="max-md:hidden">
          <ThemeSwitch />
        </span>
        <UserMenu />
      </div>
    </div>
  );
}

function ScreenLink({ screen, isCurrent }: { readonly screen: Screen; readonly isCurrent: boolean }): ReactElement {
  const { href, label, icon: Icon } = screen;
  return (
    <li>
      <Link
        ref={isCurrent ? comeIntoSight : undefined}
        href={href}
        aria-current={isCurrent ? 'page' : undefined}
        className="relative flex flex-col items-center gap-0.5 rounded-xl px-1 py-1.5 text-[0.6875rem] font-medium whitespace-nowrap text-ink-soft hover:bg-sunken hover:text-ink aria-[current]:bg-accent-soft aria-[current]:text-accent-strong max-sm:min-w-13 sm:px-3 sm:text-xs md:px-1 md:py-2"
      >
        <Icon aria-hidden className="size-5" />
        {label}
        {href === '/inbox' ? <InboxCount /> : null}
      </Link>
    </li>
  );
}

/** On a phone not all of them fit beside one another. */
function comeIntoSight(link: HTMLElement | null): void {
  link?.scrollIntoView({ block: 'nearest', inline: 'center' });
}
