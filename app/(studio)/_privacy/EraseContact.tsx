'use client';

import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Sheet } from '@/app/_ui/Sheet';
import { words } from '@/app/_words/en';
import { writeTime } from '../_time/write-time';
import { problemOf } from '../_trpc/problem-of';
import { useTRPC } from '../_trpc/trpc';
import { EraseForm } from './EraseForm';

const texts = words.privacy.erase;

type Props = { readonly contactId: string; readonly name: string };

/** Forgets a contact: for owners, whom the server asks again. It is asked about twice, and ends on the list of leads. */
export function EraseContact({ contactId, name }: Props): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  const erasing = useMutation(useTRPC().privacy.erase.mutationOptions());
  const isDone = erasing.isSuccess;
  const close = (): void => setIsOpen(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)} className="text-danger">
        {texts.button}
      </Button>
      <Sheet
        title={isDone ? texts.doneTitle : texts.title(name)}
        {...(isDone ? {} : { description: texts.body })}
        closeLabel={words.close}
        isPersistent={isDone}
        isOpen={isOpen}
        onClose={isDone ? leave : close}
      >
        {erasing.data ? (
          <div className="flex flex-col gap-4 pt-1">
            <p role="status" className="text-sm">
              {erasing.data.keepUntil === null
                ? texts.done
                : texts.doneSealed(writeTime(erasing.data.keepUntil.toISOString()))}
            </p>
            {erasing.data.mentions.length === 0 ? null : (
              <p className="text-sm text-ink-soft">{texts.mentions(erasing.data.mentions.length)}</p>
            )}
            <Button look="primary" onClick={leave} className="self-end">
              {texts.toLeads}
            </Button>
          </div>
        ) : (
          <EraseForm
            isBusy={erasing.isPending}
            problem={erasing.error && problemOf(erasing.error)}
            onErase={(reason) => erasing.mutate({ contactId, reason })}
          />
        )}
      </Sheet>
    </>
  );
}

/** A whole new page: nothing that was read of them stays in the tab. */
function leave(): void {
  window.location.assign('/leads');
}
