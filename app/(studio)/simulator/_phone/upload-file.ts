import { z } from 'zod';
import { words } from '@/app/_words/en';
import type { UnsentFile } from '../conversation-types';

/** What a file's message needs to be sent; the server takes an id only once. */
export type FileUpload = Readonly<{ contactId: string; clientId: string; content: UnsentFile; bytes: Blob }>;

/** Why an upload ended without success; the message is a sentence for the person who sent it. */
export class UploadFailed extends Error {}

/**
 * Sends a file of the simulated customer. `onProgress` is told a share from 0 to 1: only XMLHttpRequest says how much of a
 * body has left. Rejects with `UploadFailed`, also when it was stopped by `signal`.
 */
export function uploadFile(
  upload: FileUpload,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = (sentence: string): void => reject(new UploadFailed(sentence));
    request.open('POST', '/api/simulator/files');
    request.timeout = longestMs;
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => (request.status === 200 ? resolve() : fail(sentenceOf(request.responseText)));
    request.onerror = () => fail(words.problem.unreachable);
    request.ontimeout = () => fail(words.problem.unreachable);
    request.onabort = () => fail(words.problem.unreachable);
    signal.addEventListener('abort', () => request.abort());
    request.send(formOf(upload));
  });
}

const longestMs = 120_000;

function formOf({ contactId, clientId, content, bytes }: FileUpload): FormData {
  const form = new FormData();
  form.set('contactId', contactId);
  form.set('clientId', clientId);
  form.set('kind', content.kind);
  form.set('file', bytes, content.filename);
  return form;
}

const refusal = z.object({ message: z.string() });

/** The server's own sentence, or that it did not answer as it should. */
function sentenceOf(body: string): string {
  try {
    return refusal.parse(JSON.parse(body)).message;
  } catch {
    // What is between us and the server may answer in its own words.
    return words.problem.unreachable;
  }
}
