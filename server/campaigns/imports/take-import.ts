import { z } from 'zod';
import { refuseForeign } from '../../api/refuse-foreign';
import { newId } from '../../conversation/ids';
import { inTransaction } from '../../db/transaction';
import { getEnv } from '../../env';
import { KnownError, toPublicError } from '../../errors';
import { readRawBody } from '../../inbox/read-raw-body';
import { log } from '../../log';
import { importLimits } from './import-limits';
import { readTable, type TableRow } from './read-table';
import { insertImport, insertRows, noteManyRows } from './store';

/**
 * Takes a file of people from the studio, sent as a form: `file`, and where they are not the usual ones `channel` and `sheet`.
 * Answers with the import's id, or with what is wrong. Nothing is kept of a file that can't be read to its end.
 */
export async function takeImport(request: Request): Promise<Response> {
  const { headers } = request;
  const refusal = refuseForeign(
    {
      host: headers.get('host'),
      origin: headers.get('origin'),
      fetchSite: headers.get('sec-fetch-site'),
      contentType: headers.get('content-type'),
    },
    'upload',
    getEnv().PUBLIC_URL,
  );
  if (refusal) return Response.json({ code: 'request.invalid', message: refusal }, { status: 403 });
  try {
    return Response.json({ importId: await keepTable(await readForm(request)) });
  } catch (error) {
    const { code, message, status } = toPublicError(error);
    if (code === 'server.failed') log.error({ err: error }, 'api.failed');
    return Response.json({ code, message }, { status });
  }
}

const roomForForm = 64 * 1024;
const fields = z.object({
  channel: z.enum(['whatsapp', 'simulator'], 'This is no channel.').default('whatsapp'),
  sheet: z.string().trim().min(1).max(100).optional(),
});

type Form = z.infer<typeof fields> & { readonly bytes: Uint8Array; readonly filename: string };

async function readForm(request: Request): Promise<Form> {
  const type = request.headers.get('content-type') ?? '';
  const length = request.headers.get('content-length');
  const raw = await readRawBody(request.body, length, importLimits.bytes + roomForForm);
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } })
    .formData()
    .catch(() => undefined);
  const file = form?.get('file');
  if (!form || !(file instanceof File) || file.size === 0) throw invalid('The form holds no file.');
  if (file.size > importLimits.bytes) throw new KnownError('request.tooLarge', 'The file is larger than 20 MB.');
  const parsed = fields.safeParse(Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')));
  if (!parsed.success) throw invalid(parsed.error.issues[0]?.message ?? 'The form is not valid.');
  const filename = file.name.slice(0, 200) || 'people';
  return { ...parsed.data, filename, bytes: new Uint8Array(await file.arrayBuffer()) };
}

const chunk = 2_000;

async function keepTable({ bytes, filename, channel, sheet }: Form): Promise<string> {
  const { columns, rows } = await readTable(bytes, sheet ?? null);
  const id = newId();
  await inTransaction(async (client) => {
    await insertImport(client, { id, filename, channel, columns });
    let waiting: TableRow[] = [];
    let count = 0;
    for await (const row of rows) {
      waiting.push(row);
      count += 1;
      if (waiting.length < chunk) continue;
      await insertRows(client, id, waiting);
      waiting = [];
    }
    if (count === 0) throw invalid('There is nobody in the file: it has no rows below the names of the columns.');
    await insertRows(client, id, waiting);
  });
  await noteManyRows('contact_import_rows');
  return id;
}

function invalid(sentence: string): KnownError {
  return new KnownError('request.invalid', sentence);
}
