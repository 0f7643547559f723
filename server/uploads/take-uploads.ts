import { KnownError, toPublicError } from '../errors';
import { readRawBody } from '../inbox/read-raw-body';
import { log } from '../log';
import { keepUpload, mostBytes, type UploadProblem } from './keep-upload';
import { createRateLimit } from './rate-limit';
import { findUploadLink, markUsed, type UploadLink } from './store';
import { hashOfToken } from './token';

/**
 * Takes what the page of a link sends: one file as the body, with its name and id in the headers; or, from a browser without
 * scripts, a form with several files, which is answered by leading back to the page. Problems have the page's codes.
 */
export async function takeUploads(token: string, request: Request, nowMs: number): Promise<Response> {
  const isForm = request.headers.get('content-type')?.startsWith('multipart/form-data') ?? false;
  const problem = await problemOf(async () => {
    const link = await openLink(token, nowMs);
    if (typeof link === 'string') return link;
    return isForm ? takeForm(link, request, nowMs) : takeFile(link, request, nowMs);
  });
  if (isForm) return backToPage(token, problem);
  return problem === undefined ? answer(200, {}) : answer(statuses[problem], { code: problem });
}

/** Ends a link: the customer is done. Without any file it stays open, and the page says so. */
export async function finishUploads(token: string, nowMs: number): Promise<Response> {
  const tokenHash = hashOfToken(token);
  const problem = await problemOf(async () => {
    const isDone = tokenHash !== undefined && (await markUsed(tokenHash, new Date(nowMs)));
    return isDone ? undefined : 'upload.empty';
  });
  return backToPage(token, problem);
}

const statuses = {
  'upload.closed': 410,
  'upload.full': 409,
  'upload.tooOften': 429,
  'upload.empty': 400,
  'file.tooLarge': 413,
  'file.notAllowed': 415,
  'upload.failed': 503,
} as const satisfies Record<UploadProblem, number>;

const requests = createRateLimit({ most: 60, windowMs: 600_000 });
/** Of the form without scripts, all files together: they are in memory at once. */
const mostFormBytes = 45 * 1024 * 1024;

async function openLink(token: string, nowMs: number): Promise<UploadLink | UploadProblem> {
  const tokenHash = hashOfToken(token);
  const link = tokenHash === undefined ? undefined : await findUploadLink(tokenHash, new Date(nowMs));
  if (link?.state !== 'open') return 'upload.closed';
  return requests.isOver(link.tokenHash, nowMs) ? 'upload.tooOften' : link;
}

async function takeFile(link: UploadLink, request: Request, nowMs: number): Promise<UploadProblem | undefined> {
  const { headers } = request;
  const bytes = await readRawBody(request.body, headers.get('content-length'), mostBytes);
  const id = headers.get('x-file-id') ?? '';
  if (!/^[0-9a-f]{32}$/.test(id)) return 'file.notAllowed';
  return keepUpload(link, { id, bytes, filename: decodeName(headers.get('x-file-name') ?? '') }, nowMs);
}

async function takeForm(link: UploadLink, request: Request, nowMs: number): Promise<UploadProblem | undefined> {
  const { headers } = request;
  const raw = await readRawBody(request.body, headers.get('content-length'), mostFormBytes);
  const type = { 'content-type': headers.get('content-type') ?? '' };
  const form = await new Response(new Uint8Array(raw), { headers: type }).formData().catch(() => undefined);
  const files = (form?.getAll('file') ?? []).flatMap((file) => (file instanceof File && file.size > 0 ? [file] : []));
  let problem: UploadProblem | undefined = files.length === 0 ? 'upload.empty' : undefined;
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    problem = (await keepUpload(link, { id: undefined, bytes, filename: file.name }, nowMs)) ?? problem;
  }
  return problem;
}

/** Headers carry no letters beyond Latin ones, so names come percent-encoded. */
function decodeName(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return '';
  }
}

async function problemOf(work: () => Promise<UploadProblem | undefined>): Promise<UploadProblem | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof KnownError && error.code === 'request.tooLarge') return 'file.tooLarge';
    log.error({ err: error, code: toPublicError(error).code }, 'upload.failed');
    return 'upload.failed';
  }
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}

function backToPage(token: string, problem: UploadProblem | undefined): Response {
  const path = `/upload/${encodeURIComponent(token)}${problem === undefined ? '' : `?problem=${problem}`}`;
  return new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } });
}
