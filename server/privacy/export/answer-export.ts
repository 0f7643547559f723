import { admitRequest } from '../../api/admit-request';
import { toPublicError } from '../../errors';
import { log } from '../../log';
import { exportContact } from './export-contact';
import { zipStream } from './zip-stream';

/** Answers an owner's request for everything about a contact, as a ZIP. Whoever asks is written down. */
export async function answerExport(contactId: string, request: Request, nowMs: number): Promise<Response> {
  // Writing down who asked is a change: no page of another site may make a browser ask.
  const admission = await admitRequest(request, 'upload', 'owner');
  if (!admission.ok) return admission.response;
  try {
    const entries = await exportContact({ actor: admission.actor, contactId }, nowMs);
    // It has begun to answer then, and can't say so any more.
    const zipped = zipStream(entries, (cause) => log.error({ err: cause }, 'export.brokenOff'));
    return new Response(zipped, {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="contact-${contactId}.zip"`,
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
