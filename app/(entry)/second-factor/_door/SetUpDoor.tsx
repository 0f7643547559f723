'use client';

import type { ReactElement } from 'react';
import { authClient } from '@/app/_auth/auth-client';
import { SetUp } from '@/app/_auth/second-factor/SetUp';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';

const texts = words.entry.heldBack;

/** Sets the second factor up and goes on to where they wanted to be, or signs out. */
export function SetUpDoor({ next }: { readonly next: string }): ReactElement {
  const leave = async (): Promise<void> => {
    await authClient.signOut();
    window.location.assign('/sign-in');
  };
  return (
    <div className="flex flex-col gap-4">
      <SetUp cancelLabel={texts.back} onDone={() => window.location.assign(next)} />
      <Button look="bare" onClick={() => void leave()} className="-mx-3.5 self-start">
        {texts.leave}
      </Button>
    </div>
  );
}
