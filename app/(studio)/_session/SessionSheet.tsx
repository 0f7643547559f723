'use client';

import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useSyncExternalStore } from 'react';
import { authClient } from '@/app/_auth/auth-client';
import { SetUp } from '@/app/_auth/second-factor/SetUp';
import { SignIn } from '@/app/_auth/sign-in/SignIn';
import { Sheet } from '@/app/_ui/Sheet';
import { words } from '@/app/_words/en';
import { useMe } from '../_me/use-me';
import { sessionStore } from './session-store';

/** Over the page of somebody whom the server does not answer any more: what they must do first, and nothing of it is lost. */
export function SessionSheet(): ReactElement | null {
  const queries = useQueryClient();
  const state = useSyncExternalStore(sessionStore.subscribe, sessionStore.read, sessionStore.readOnServer);
  const goOn = async (): Promise<void> => {
    sessionStore.write('running');
    await queries.invalidateQueries();
  };
  switch (state) {
    case 'running':
      return null;
    case 'ended':
      return <SignInAgain onDone={() => void goOn()} />;
    case 'heldBack':
      return <SetUpFirst onDone={() => void goOn()} />;
    default:
      return state satisfies never;
  }
}

function SignInAgain({ onDone }: { readonly onDone: () => void }): ReactElement {
  const { id, email } = useMe();
  const texts = words.entry.ended;
  const check = async (): Promise<void> => {
    const session = await authClient.getSession();
    // Somebody else sees nothing of what was read before; nor does anybody whom we can't tell.
    if (session.data?.user.id !== id) return window.location.assign('/');
    onDone();
  };
  return (
    <Sheet title={texts.title} description={texts.lead} closeLabel={texts.leave} isPersistent isOpen onClose={reload}>
      <div className="pt-2">
        <SignIn email={email} onDone={() => void check()} />
      </div>
    </Sheet>
  );
}

function SetUpFirst({ onDone }: { readonly onDone: () => void }): ReactElement {
  const texts = words.entry.heldBack;
  return (
    <Sheet title={texts.title} description={texts.lead} closeLabel={texts.close} isPersistent isOpen onClose={reload}>
      <div className="pt-2">
        <SetUp cancelLabel={texts.back} onDone={onDone} />
      </div>
    </Sheet>
  );
}

/** What the page leads to for somebody who is not let in. */
function reload(): void {
  window.location.reload();
}
