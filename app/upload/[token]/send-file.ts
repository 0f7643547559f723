import type { ProblemCode } from '../_words';
import type { UploadItem } from './upload-item';

type Ended = Extract<UploadItem['state'], { type: 'received' | 'failed' }>;

/** Sends one file and says how far it is (0..100). Resolves to how it ended, and never rejects. */
export function sendFile(
  token: string,
  { id, file }: { readonly id: string; readonly file: File },
  onProgress: (percent: number) => void,
): Promise<Ended> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest(); // fetch tells nothing of how far a body has been sent
    request.open('POST', `/api/uploads/${token}`);
    request.timeout = 10 * 60_000;
    request.responseType = 'json';
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-file-id', id);
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name.replace(/\p{Cs}/gu, '_')));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? Math.floor((loaded / total) * 100) : 0);
    request.onload = () => resolve(request.status === 200 ? { type: 'received' } : failed(codeOf(request.response)));
    request.onerror = () => resolve(failed('upload.failed'));
    request.ontimeout = () => resolve(failed('upload.failed'));
    request.onabort = () => resolve(failed('upload.failed'));
    request.send(file);
  });
}

function failed(code: ProblemCode): Ended {
  return { type: 'failed', code, canRetry: code === 'upload.failed' || code === 'upload.tooOften' };
}

const codes: ReadonlySet<string> = new Set<ProblemCode>([
  'upload.closed',
  'upload.full',
  'upload.tooOften',
  'file.tooLarge',
  'file.notAllowed',
]);

function codeOf(answer: unknown): ProblemCode {
  const code = typeof answer === 'object' && answer !== null && 'code' in answer ? answer.code : undefined;
  return typeof code === 'string' && isCode(code) ? code : 'upload.failed';
}

function isCode(code: string): code is ProblemCode {
  return codes.has(code);
}
