'use client';

import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useSyncExternalStore } from 'react';
import { authClient } from '@/app/_auth/auth-client';
import { SignIn } from '@/app/_auth/sign-in/SignIn';
import { Sheet } from '@/app/_ui/Sheet';
import { words } from '@/app/_words/en';
import { useMe } from '../_me/use-me';
import { sessionStore } from './session-store';

const texts = words.entry.ended;

/** Over the page of somebody whose session has ended: they sign in again, and nothing of the page is lost. */
export function SessionEnded(): ReactElement | null {
  const { id, email } = useMe();
  const queries = useQueryClient();
  const hasEnded = useSyncExternalStore(sessionStore.subscribe, sessionStore.read, sessionStore.readOnServer);
  const goOn = async (): Promise<void> => {
    const session = await authClient.getSession();
    // Somebody else sees nothing of what was read before; nor does anybody whom we can't tell.
    if (session.data?.user.id !== id) return window.location.assign('/');
    sessionStore.write(false);
    await queries.invalidateQueries();
  };
  if (!hasEnded) return null;
  return (
    <Sheet
      title={texts.title}
      description={texts.lead}
      closeLabel={texts.leave}
      isPersistent
      isOpen
      onClose={() => window.location.reload()}
    >
      <div className="pt-2">
        <SignIn email={email} onDone={() => void goOn()} />
      </div>
    </Sheet>
  );
}
