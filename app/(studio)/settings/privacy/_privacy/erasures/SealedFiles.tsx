'use client';

import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { saveFile } from '@/app/_ui/save-file';
import { words } from '@/app/_words/en';
import type { SealedFile } from '@/server/privacy/erasures/erasure';
import { problemOf } from '../../../../_trpc/problem-of';
import { useTRPC } from '../../../../_trpc/trpc';
import type { OpenReason } from '../privacy-types';

const texts = words.privacy.opening;

type Props = {
  readonly erasureId: string;
  readonly reason: OpenReason;
  readonly files: readonly Pick<SealedFile, 'id'>[];
};

/** The files of an opened archive; each is opened, and written down, by itself. */
export function SealedFiles({ erasureId, reason, files }: Props): ReactElement {
  const opening = useMutation(
    useTRPC().privacy.openArchivedFile.mutationOptions({
      onSuccess: ({ base64, mimeType }, { fileId }) =>
        saveFile(fileId, mimeType ?? 'application/octet-stream', fileOf(base64)),
    }),
  );
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {files.map(({ id }, place) => (
          <Button
            key={id}
            disabled={opening.isPending}
            onClick={() => opening.mutate({ erasureId, reason, fileId: id })}
          >
            {texts.file(place + 1)}
          </Button>
        ))}
      </div>
      {opening.error ? (
        <p role="alert" className="text-sm text-danger wrap-anywhere">
          {texts.notOpened} {problemOf(opening.error)}
        </p>
      ) : null}
    </>
  );
}

function fileOf(base64: string): Blob {
  return new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]);
}
