'use client';

import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { writeTime } from '../../_time/write-time';
import { ActSheet } from './ActSheet';
import { useActs } from './acts-store';
import { snoozeTimes } from './snooze-times';
import { useSnoozing } from './use-snoozing';

const texts = words.inbox.snoozing;

/** Puts the conversation out of sight for a while. */
export function SnoozeSheet({ contactId }: { readonly contactId: string }): ReactElement {
  const [own, setOwn] = useState('');
  const [times] = useState(() => snoozeTimes(new Date()));
  const show = useActs((acts) => acts.show);
  const snoozing = useSnoozing(contactId);
  const until = (at: Date): void => {
    snoozing.snooze(at.toISOString());
    show(null);
  };
  const chosen = new Date(own);
  return (
    <ActSheet
      title={texts.title}
      body={texts.body}
      confirm={texts.confirm}
      isBusy={false}
      isReady={chosen > new Date()}
      onConfirm={() => until(chosen)}
    >
      <ul className="flex flex-col gap-2">
        {times.map(({ id, at }) => (
          <li key={id}>
            <Button onClick={() => until(at)} className="w-full justify-between">
              {texts[id]}
              <span className="text-xs font-normal text-ink-faint">{writeTime(at.toISOString())}</span>
            </Button>
          </li>
        ))}
        <li>
          <Button
            look="bare"
            onClick={() => {
              snoozing.wake();
              show(null);
            }}
          >
            {words.inbox.acts.wake}
          </Button>
        </li>
      </ul>
      <TextField label={texts.own} type="datetime-local" value={own} onChange={(event) => setOwn(event.target.value)} />
    </ActSheet>
  );
}
