import { admitRequest } from '../api/admit-request';
import { toPublicError } from '../errors';
import { log } from '../log';
import { exportContact } from './export-contact';

/** Answers an owner's request for everything about a contact, as a JSON file. Whoever asks is written down. */
export async function answerExport(contactId: string, request: Request, nowMs: number): Promise<Response> {
  // Writing down who asked is a change: no page of another site may make a browser ask.
  const admission = await admitRequest(request, 'upload', 'owner');
  if (!admission.ok) return admission.response;
  try {
    const exported = await exportContact({ actor: admission.actor, contactId }, nowMs);
    return new Response(JSON.stringify(exported, null, 2), {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="contact-${exported.contactId}.json"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  } catch (error) {
    const { status, code, message } = toPublicError(error);
    if (code === 'server.failed') log.error({ err: error }, 'export.failed');
    return Response.json({ code, message }, { status, headers: { 'cache-control': 'no-store' } });
  }
}
