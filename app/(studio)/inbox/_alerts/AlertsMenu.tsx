'use client';

import { Bell, BellOff } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type ReactElement, useState, useSyncExternalStore } from 'react';
import { IconButton } from '@/app/_ui/IconButton';
import { Toggle } from '@/app/_ui/Toggle';
import { words } from '@/app/_words/en';
import { alertsStore } from './alerts-store';
import { playSound } from './play-sound';

const texts = words.inbox.alerts;

/** How this browser tells of new messages; the browser is asked on a click and never by itself. */
export function AlertsMenu(): ReactElement {
  const wanted = useSyncExternalStore(alertsStore.subscribe, alertsStore.read, alertsStore.readOnServer);
  const [problem, setProblem] = useState<string | null>(null);
  const setNotifies = async (notifies: boolean): Promise<void> => {
    const refusal = notifies ? await askBrowser() : null;
    setProblem(refusal);
    alertsStore.write({ ...wanted, notifies: notifies && refusal === null });
  };
  const setSounds = (sounds: boolean): void => {
    alertsStore.write({ ...wanted, sounds });
    if (sounds) playSound();
  };
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <IconButton icon={wanted.notifies || wanted.sounds ? Bell : BellOff} label={texts.title} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={texts.title}
          className="z-50 flex w-72 flex-col gap-3 rounded-xl border border-line bg-surface p-4 shadow-raised"
        >
          <p className="text-sm text-ink-soft">{texts.body}</p>
          <div className="flex flex-wrap gap-2">
            <Toggle isOn={wanted.notifies} onChange={(isOn) => void setNotifies(isOn)}>
              {texts.notifications}
            </Toggle>
            <Toggle isOn={wanted.sounds} onChange={setSounds}>
              {texts.sound}
            </Toggle>
          </div>
          {problem === null ? null : (
            <p role="alert" className="text-sm text-danger">
              {problem}
            </p>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** Why the browser won't notify, as a sentence; null: it will. */
async function askBrowser(): Promise<string | null> {
  if (!('Notification' in window)) return texts.unsupported;
  return (await Notification.requestPermission()) === 'granted' ? null : texts.blocked;
}
