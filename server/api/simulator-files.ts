import { z } from 'zod';
import { acceptSimulatedFile } from '../conversation/accept-simulated-file';
import { getEnv } from '../env';
import { KnownError, toPublicError } from '../errors';
import { readRawBody } from '../inbox/read-raw-body';
import { log } from '../log';
import { serveBytes } from '../media/answer-file';
import { mediaStorage } from '../media/storage';
import { typeOf } from '../media/type-of';
import { type Access, refuseForeign } from './refuse-foreign';

/** Takes a file from the phone in the studio, sent as a form. Answers with the message's id, or with what is wrong. */
export async function takeSimulatorFile(request: Request): Promise<Response> {
  const refusal = refusalOf(request, 'upload');
  if (refusal) return Response.json({ code: 'request.invalid', message: refusal }, { status: 403 });
  try {
    return Response.json(await acceptSimulatedFile(await readForm(request)));
  } catch (error) {
    const { code, message, status } = toPublicError(error);
    if (code === 'server.failed') log.error({ err: error }, 'api.failed');
    return Response.json({ code, message }, { status });
  }
}

/** Gives a file that we sent to the phone in the studio. */
export async function giveSimulatorFile(name: string, request: Request): Promise<Response> {
  const refusal = refusalOf(request, 'read');
  if (refusal) return new Response(refusal, { status: 403 });
  const storage = mediaStorage();
  const key = `simulator/${name}`;
  const bytes = /^[a-f0-9]{64}$/.test(name) ? await storage.get(key) : undefined;
  if (!bytes) return new Response('There is no such file.', { status: 404 });
  return serveBytes(request, { storage, key, size: bytes.byteLength, mimeType: await typeOf(bytes, undefined) });
}

function refusalOf({ headers }: Request, access: Access): string | undefined {
  const origin = {
    host: headers.get('host'),
    origin: headers.get('origin'),
    fetchSite: headers.get('sec-fetch-site'),
    contentType: headers.get('content-type'),
  };
  return refuseForeign(origin, access, getEnv().PUBLIC_URL);
}

const megabyte = 1024 * 1024;
const mostSoundBytes = 16 * megabyte; // audio, Cloud API reference, "Media"
const mostBytes = 20 * megabyte;
const fields = z.object({
  contactId: z.uuid('This is no contact.'),
  clientId: z.uuid('The message has no id.').toLowerCase(),
  kind: z.enum(['voice', 'audio', 'image', 'video', 'document'], 'This is no kind of file.'),
  caption: z.string().max(1024, 'The caption is too long.').optional(), // caption, Cloud API reference
});

async function readForm(request: Request) {
  const type = request.headers.get('content-type') ?? '';
  const raw = await readRawBody(request.body, request.headers.get('content-length'), mostBytes + megabyte);
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } })
    .formData()
    .catch(() => undefined);
  const file = form?.get('file');
  if (!form || !(file instanceof File) || file.size === 0) throw invalid('The form holds no file.');
  const parsed = fields.safeParse(Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')));
  if (!parsed.success) throw invalid(parsed.error.issues[0]?.message ?? 'The form is not valid.');
  const isSound = parsed.data.kind === 'voice' || parsed.data.kind === 'audio';
  if (file.size > (isSound ? mostSoundBytes : mostBytes)) {
    throw new KnownError('request.tooLarge', `The file is larger than ${isSound ? 16 : 20} MB.`);
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { ...parsed.data, bytes, mimeType: file.type || undefined, filename: file.name || undefined };
}

function invalid(sentence: string): KnownError {
  return new KnownError('request.invalid', sentence);
}
