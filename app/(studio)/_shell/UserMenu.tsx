'use client';

import { useRouter } from 'next/navigation';
import { useTheme } from 'next-themes';
import { type ReactElement, useRef, useState } from 'react';
import { authClient } from '@/app/_auth/auth-client';
import { classNames } from '@/app/_ui/class-names';
import { Menu, MenuItem, MenuLine } from '@/app/_ui/Menu';
import { words } from '@/app/_words/en';
import { initialsOf } from '../_me/initials-of';
import { useAvailability } from '../_me/use-availability';
import { useMe } from '../_me/use-me';

const texts = words.navigation.user;

/** Who is signed in, and what concerns nobody but them. */
export function UserMenu(): ReactElement {
  const { name } = useMe();
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { isAvailable } = useAvailability();
  const trigger = (
    <button
      ref={button}
      type="button"
      aria-label={texts.label(name)}
      aria-haspopup="menu"
      onClick={isOpen ? undefined : () => setIsOpen(true)}
      className="relative flex size-9 shrink-0 items-center justify-center rounded-full bg-accent-soft text-xs font-semibold text-accent-strong hover:bg-sunken"
    >
      {initialsOf(name)}
      {isAvailable === null ? null : (
        <span
          role="img"
          aria-label={isAvailable ? texts.available : texts.away}
          className={classNames(
            'absolute right-0 bottom-0 size-2.5 rounded-full border-2 border-surface',
            isAvailable ? 'bg-accent' : 'bg-ink-faint',
          )}
        />
      )}
    </button>
  );
  if (!isOpen) return trigger;
  return (
    <Menu
      label={texts.label(name)}
      trigger={trigger}
      onClose={() => setIsOpen(false)}
      returnFocus={() => button.current?.focus()}
    >
      <Acts />
    </Menu>
  );
}

function Acts(): ReactElement {
  const me = useMe();
  const router = useRouter();
  const { isAvailable, setAvailable } = useAvailability();
  const { resolvedTheme, setTheme } = useTheme();
  const isDark = resolvedTheme === 'dark';
  return (
    <>
      <p className="px-2.5 pt-1 pb-2">
        <span className="block truncate font-semibold">{me.name}</span>
        <span className="block truncate text-xs text-ink-faint">
          {words.roles[me.role].label} · {me.email}
        </span>
      </p>
      <MenuLine />
      {isAvailable === null ? null : (
        <MenuItem onSelect={() => setAvailable(!isAvailable)}>{isAvailable ? texts.goAway : texts.comeBack}</MenuItem>
      )}
      <MenuItem onSelect={() => router.push('/account')}>{texts.account}</MenuItem>
      <MenuItem onSelect={() => setTheme(isDark ? 'light' : 'dark')}>
        {isDark ? words.theme.toLight : words.theme.toDark}
      </MenuItem>
      <MenuLine />
      <MenuItem onSelect={() => void signOut()}>{texts.signOut}</MenuItem>
    </>
  );
}

/** A whole new page: nothing that was read for them stays in the tab. */
async function signOut(): Promise<void> {
  await authClient.signOut();
  window.location.assign('/sign-in');
}
