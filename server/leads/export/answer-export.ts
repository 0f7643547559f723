import { admitRequest } from '../../api/admit-request';
import { KnownError, toPublicError } from '../../errors';
import { readRawBody } from '../../inbox/read-raw-body';
import { log } from '../../log';
import { exportInput, exportLeads } from './export-leads';

const MOST_FORM_BYTES = 64 * 1024;

/** Answers a form of the studio (`filter` as JSON, `numbers`) with a file of leads, or says why not. */
export async function answerExport(request: Request): Promise<Response> {
  try {
    const admission = await admitRequest(request, 'upload', 'officer');
    if (!admission.ok) return admission.response;
    const { filename, body } = await exportLeads(await readForm(request), admission.actor, Date.now());
    const headers = {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${filename}"`,
      'cache-control': 'no-store',
    };
    return new Response(body, { headers });
  } catch (error) {
    const { code, message, status } = toPublicError(error);
    if (code === 'server.failed') log.error({ err: error }, 'api.failed');
    return Response.json({ code, message }, { status });
  }
}

async function readForm(request: Request) {
  const raw = await readRawBody(request.body, request.headers.get('content-length'), MOST_FORM_BYTES);
  const headers = { 'content-type': request.headers.get('content-type') ?? '' };
  const form = await new Response(new Uint8Array(raw), { headers }).formData().catch(() => undefined);
  const read = exportInput.safeParse({ filter: json(form?.get('filter')), numbers: form?.get('numbers') ?? undefined });
  if (!read.success) throw invalid();
  return read.data;
}

function json(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : {};
  } catch {
    return; // what is no JSON is no filter, and is refused as one
  }
}

function invalid(): KnownError {
  return new KnownError('request.invalid', 'These leads can’t be taken out: the filter is not valid.');
}
