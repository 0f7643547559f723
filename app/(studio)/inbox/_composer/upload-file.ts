import { z } from 'zod';
import { words } from '@/app/_words/en';
import type { MediaKind } from '@/flows/schema/message';

type Upload = Readonly<{ contactId: string; clientId: string; kind: MediaKind; filename: string; bytes: Blob }>;

/** Why a file did not reach the server; the message is a sentence for the officer. */
export class UploadFailed extends Error {}

const longestMs = 120_000;
const answer = z.object({ fileId: z.string() });
const refusal = z.object({ message: z.string() });

/** Hands a file to the server and gives its id there. Rejects with `UploadFailed`. */
export async function uploadFile({ contactId, clientId, kind, filename, bytes }: Upload): Promise<string> {
  const form = new FormData();
  form.set('contactId', contactId);
  form.set('clientId', clientId);
  form.set('kind', kind);
  form.set('file', bytes, filename);
  const answered = await post(form);
  const taken = answer.safeParse(answered);
  if (taken.success) return taken.data.fileId;
  throw new UploadFailed(refusal.safeParse(answered).data?.message ?? words.problem.unreachable);
}

async function post(form: FormData): Promise<unknown> {
  try {
    const signal = AbortSignal.timeout(longestMs);
    const response = await fetch('/api/conversations/files', { method: 'POST', body: form, signal });
    return await response.json();
  } catch (error) {
    throw new UploadFailed(words.problem.unreachable, { cause: error });
  }
}
