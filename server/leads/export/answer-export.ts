import { refuseForeign } from '../../api/refuse-foreign';
import { readActor } from '../../auth/read-actor';
import { getEnv } from '../../env';
import { KnownError, toPublicError } from '../../errors';
import { log } from '../../log';
import { exportInput, exportLeads } from './export-leads';

const MOST_FORM_BYTES = 64 * 1024;

/** Answers a form of the studio (`filter` as JSON, `numbers`) with a file of leads, or says why not. */
export async function answerExport(request: Request): Promise<Response> {
  try {
    refuse(request.headers);
    const actor = await readActor(request.headers);
    if (!actor) throw new KnownError('signIn.required', 'Sign in first.');
    const { filename, body } = await exportLeads(await readForm(request), actor, Date.now());
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

function refuse(headers: Headers): void {
  const origin = {
    host: headers.get('host'),
    origin: headers.get('origin'),
    fetchSite: headers.get('sec-fetch-site'),
    contentType: headers.get('content-type'),
  };
  const refusal = refuseForeign(origin, 'upload', getEnv().PUBLIC_URL);
  if (refusal) throw new KnownError('right.missing', refusal);
}

async function readForm(request: Request) {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_FORM_BYTES) throw invalid();
  const form = await request.formData().catch(() => undefined);
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
