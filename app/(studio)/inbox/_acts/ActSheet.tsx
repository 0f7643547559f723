'use client';

import type { FormEvent, ReactElement, ReactNode } from 'react';
import { Button } from '@/app/_ui/Button';
import { Sheet } from '@/app/_ui/Sheet';
import { words } from '@/app/_words/en';
import { useActs } from './acts-store';

type Props = {
  readonly title: string;
  readonly body: string;
  readonly confirm: string;
  readonly isBusy: boolean;
  readonly isReady?: boolean;
  readonly onConfirm: () => void;
  readonly children: ReactNode;
};

/** Asks what an act needs to know before it is done. */
export function ActSheet({ title, body, confirm, isBusy, isReady = true, onConfirm, children }: Props): ReactElement {
  const show = useActs((acts) => acts.show);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isReady && !isBusy) onConfirm();
  };
  return (
    <Sheet title={title} description={body} closeLabel={words.close} isOpen onClose={() => show(null)}>
      <form onSubmit={submit} className="flex flex-col gap-4 pt-2">
        {children}
        <Button type="submit" look="primary" isBusy={isBusy} disabled={!isReady} className="self-end max-sm:w-full">
          {confirm}
        </Button>
      </form>
    </Sheet>
  );
}
