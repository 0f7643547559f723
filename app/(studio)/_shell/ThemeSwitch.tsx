'use client';

import { Moon, Sun } from 'lucide-react';
import { useTheme } from 'next-themes';
import { type ReactElement, useSyncExternalStore } from 'react';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';

/** Between light and dark; at first the system's choice holds. */
export function ThemeSwitch(): ReactElement {
  const { resolvedTheme, setTheme } = useTheme();
  // The server can't know the theme: until the browser has taken over, both draw the same sign.
  const isBrowser = useSyncExternalStore(neverChanges, inBrowser, onServer);
  const isDark = isBrowser && resolvedTheme === 'dark';
  return (
    <IconButton
      icon={isDark ? Sun : Moon}
      label={isDark ? words.theme.toLight : words.theme.toDark}
      onClick={() => setTheme(isDark ? 'light' : 'dark')}
    />
  );
}

const neverChanges = (): (() => void) => () => {};
const inBrowser = (): boolean => true;
const onServer = (): boolean => false;
