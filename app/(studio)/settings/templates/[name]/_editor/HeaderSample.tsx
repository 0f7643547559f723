import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { FilePicker } from '@/app/_ui/FilePicker';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../../_trpc/problem-of';
import { useTRPC } from '../../../../_trpc/trpc';

const texts = words.templates;
const MOST_BYTES = 12_000_000;

type Props = {
  readonly kind: 'image' | 'video' | 'document';
  readonly isGiven: boolean;
  readonly onGiven: (handle: string) => void;
};

/** Hands WhatsApp a file that shows its reviewer what stands above the message. */
export function HeaderSample({ kind, isGiven, onGiven }: Props): ReactElement {
  const [isTooLarge, setIsTooLarge] = useState(false);
  const uploading = useMutation(
    useTRPC().templates.uploadSample.mutationOptions({
      onSuccess: (sample) => (sample.ok ? onGiven(sample.handle) : undefined),
    }),
  );
  const pick = async (file: File): Promise<void> => {
    setIsTooLarge(file.size > MOST_BYTES);
    if (file.size > MOST_BYTES) return;
    uploading.mutate({ kind, filename: file.name, base64: await toBase64(file) });
  };
  const refusal = refusalOf(uploading.error, uploading.data);
  return (
    <div className="flex flex-col gap-1">
      <FilePicker {...texts.sampleFiles[kind]} onPick={(file) => void pick(file)} />
      <p aria-live="polite" className="text-xs text-ink-soft">
        {uploading.isPending ? <Spinner label={texts.uploading} /> : isGiven ? texts.sampleGiven : null}
      </p>
      {isTooLarge || refusal !== null ? (
        <p role="alert" className="text-xs text-danger">
          {isTooLarge ? texts.sampleTooLarge : refusal}
        </p>
      ) : null}
    </div>
  );
}

type Answer = { readonly ok: true } | { readonly ok: false; readonly detail: string } | undefined;

function refusalOf(error: unknown, answer: Answer): string | null {
  if (error) return problemOf(error);
  return answer && !answer.ok ? answer.detail : null;
}

function toBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result).split(',')[1] ?? ''));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}
