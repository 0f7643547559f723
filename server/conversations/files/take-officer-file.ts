import { createHash } from 'node:crypto';
import { z } from 'zod';
import { mediaKind } from '@/flows/schema/message';
import { admitRequest } from '../../api/admit-request';
import type { Actor } from '../../auth/actor';
import { derivedId } from '../../conversation/ids';
import { KnownError, toPublicError } from '../../errors';
import { readRawBody } from '../../inbox/read-raw-body';
import { requireVisible } from '../../leads/visibility/store';
import { log } from '../../log';
import { mediaStorage } from '../../media/storage';
import { readFile } from '../../media/store';
import { typeOf, unknownType } from '../../media/type-of';
import { plainName } from '../../uploads/keep-upload';
import { insertOfficerFile } from './store';

/**
 * Takes a file that an officer attaches, or a voice note that they recorded, sent as a form. Answers with `{fileId}`, which
 * `conversations.send` names; the same `clientId` gives the same file.
 */
export async function takeOfficerFile(request: Request): Promise<Response> {
  try {
    const admission = await admitRequest(request, 'upload', 'officer');
    if (!admission.ok) return admission.response;
    return Response.json(await take(request, admission.actor));
  } catch (error) {
    const { code, message, status } = toPublicError(error);
    if (code === 'server.failed') log.error({ err: error }, 'api.failed');
    return Response.json({ code, message }, { status });
  }
}

const megabyte = 1024 * 1024;
const mostBytes = 16 * megabyte; // audio and video, Cloud API reference, "Media"
const mostImageBytes = 5 * megabyte; // images, the same
const fields = z.object({
  contactId: z.uuid('This is no contact.'),
  clientId: z.uuid('The file has no id.').toLowerCase(),
  kind: mediaKind,
});

async function take(request: Request, actor: Actor): Promise<{ readonly fileId: string }> {
  const { contactId, clientId, kind, file } = await readForm(request);
  await requireVisible(actor, contactId);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mimeType = await typeOf(bytes, file.type || undefined);
  if (mimeType === unknownType) throw new KnownError('request.invalid', 'WhatsApp does not take this kind of file.');
  const id = derivedId('officerFile', contactId, clientId);
  if (await readFile(id)) return { fileId: id }; // what was sent stays what it was
  const storageKey = `files/${id.slice(-2)}/${id}`;
  await mediaStorage().put(storageKey, bytes, mimeType);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const filename = kind === 'document' ? plainName(file.name, mimeType) : null;
  const kept = { id, contactId, authorId: actor.id, kind, filename, mimeType, sha256, storageKey };
  await insertOfficerFile({ ...kept, byteSize: bytes.byteLength });
  return { fileId: id };
}

async function readForm(request: Request) {
  const type = request.headers.get('content-type') ?? '';
  const raw = await readRawBody(request.body, request.headers.get('content-length'), mostBytes + megabyte);
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } })
    .formData()
    .catch(() => undefined);
  const file = form?.get('file');
  if (!form || !(file instanceof File) || file.size === 0) {
    throw new KnownError('request.invalid', 'The form holds no file.');
  }
  const read = fields.safeParse(Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')));
  if (!read.success) throw new KnownError('request.invalid', read.error.issues[0]?.message ?? 'The form is not valid.');
  const most = read.data.kind === 'image' ? mostImageBytes : mostBytes;
  if (file.size > most) throw new KnownError('request.tooLarge', `The file is larger than ${most / megabyte} MB.`);
  return { ...read.data, file };
}
