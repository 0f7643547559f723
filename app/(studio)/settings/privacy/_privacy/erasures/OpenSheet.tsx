'use client';

import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { RadioGroup } from '@/app/_ui/RadioGroup';
import { Sheet } from '@/app/_ui/Sheet';
import { saveFile } from '@/app/_ui/save-file';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../../_trpc/problem-of';
import { useTRPC } from '../../../../_trpc/trpc';
import type { OpenReason } from '../privacy-types';
import { SealedFiles } from './SealedFiles';

const texts = words.privacy.opening;

type Props = { readonly erasureId: string; readonly onClose: () => void };

/** Opens a sealed archive for a reason, and gives what it holds as files. */
export function OpenSheet({ erasureId, onClose }: Props): ReactElement {
  const [reason, setReason] = useState<OpenReason>('regulator');
  const opening = useMutation(
    useTRPC().privacy.openArchive.mutationOptions({
      onSuccess: ({ json }) => saveFile(`archive-${erasureId}.json`, 'application/json', json),
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    opening.mutate({ erasureId, reason });
  };
  return (
    <Sheet title={texts.title} description={texts.body} closeLabel={words.close} isOpen onClose={onClose}>
      {opening.data ? (
        <div className="flex flex-col gap-3 pt-2">
          <p role="status" className="text-sm">
            {texts.opened}
          </p>
          <SealedFiles erasureId={erasureId} reason={reason} files={opening.data.files} />
        </div>
      ) : (
        <form onSubmit={submit} className="flex flex-col gap-4 pt-2">
          <RadioGroup label={texts.reason} options={reasons} value={reason} onChange={setReason} />
          {opening.error ? (
            <p role="alert" className="text-sm text-danger wrap-anywhere">
              {texts.notOpened} {problemOf(opening.error)}
            </p>
          ) : null}
          <Button type="submit" look="primary" isBusy={opening.isPending} className="self-end">
            {texts.submit}
          </Button>
        </form>
      )}
    </Sheet>
  );
}

const reasons = (['regulator', 'court', 'complaint', 'ownRights'] as const satisfies readonly OpenReason[]).map(
  (value) => ({ value, ...texts.reasons[value] }),
);
