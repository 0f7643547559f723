import { z } from 'zod';
import { words } from '@/app/_words/en';

/** Why a list did not arrive; the message is a sentence for the person who sent it. */
export class UploadFailed extends Error {}

/**
 * Sends a list of people and gives the import's id. `onProgress` is told a share from 0 to 1: only XMLHttpRequest says how
 * much of a body has left. Rejects with `UploadFailed`, also when it was stopped by `signal`.
 */
export function uploadList(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = (sentence: string): void => reject(new UploadFailed(sentence));
    request.open('POST', '/api/imports');
    request.timeout = longestMs;
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const answer = answerOf(request.responseText);
      if (answer.importId !== undefined) resolve(answer.importId);
      else fail(answer.message ?? words.problem.unreachable);
    };
    request.onerror = () => fail(words.problem.unreachable);
    request.ontimeout = () => fail(words.problem.unreachable);
    request.onabort = () => fail(words.campaigns.import.stopped);
    signal.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.set('file', file, file.name);
    request.send(form);
  });
}

const longestMs = 300_000;

const answerSchema = z.object({ importId: z.string().optional(), message: z.string().optional() });

/** What is between us and the server may answer in its own words. */
function answerOf(body: string): z.infer<typeof answerSchema> {
  try {
    return answerSchema.parse(JSON.parse(body));
  } catch {
    return {};
  }
}
