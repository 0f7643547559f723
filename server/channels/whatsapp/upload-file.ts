import { z } from 'zod';
import type { CallOptions, FileToUpload, UploadedFile } from '../channel';
import { callGraph, type GraphAnswer } from './call-graph';
import type { WhatsAppConfig } from './config';
import { explainError } from './errors';

/**
 * Hands a file to WhatsApp for one of our numbers. What it gives back is good for 30 days there; we say 29. Never throws.
 * Source: Cloud API reference, "Media" (2026-09).
 */
export async function uploadFile(
  config: WhatsAppConfig,
  { bytes, mimeType, filename }: FileToUpload,
  { account = config.phoneNumberIds[0], deadlineMs }: CallOptions,
): Promise<UploadedFile> {
  const body = new FormData();
  body.set('messaging_product', 'whatsapp');
  body.set('type', mimeType);
  body.set('file', new Blob([new Uint8Array(bytes)], { type: mimeType }), filename);
  return judge(await callGraph(config, { method: 'POST', path: `${account}/media`, body, deadlineMs }));
}

const goodForMs = 29 * 86_400_000;

const acceptance = z.object({ id: z.string().min(1) });
const refusal = z.object({ error: z.object({ code: z.number().int() }) });

// Handing the same file over twice harms nobody, so whatever stays open may be tried again.
function judge(answer: GraphAnswer): UploadedFile {
  if (answer.type !== 'answered') return retryable('WhatsApp did not take the file in time.');
  if (answer.status === 200) {
    const accepted = acceptance.safeParse(answer.json);
    if (!accepted.success) return retryable('WhatsApp answered, but its answer could not be read.');
    return { ok: true, fields: { id: accepted.data.id }, expiresAt: new Date(Date.now() + goodForMs).toISOString() };
  }
  const refused = refusal.safeParse(answer.json);
  if (!refused.success) return retryable(`WhatsApp did not take the file. (HTTP ${answer.status})`);
  const { code } = refused.data.error;
  const { problem, sentence, retryable: mayPass } = explainError(code);
  return { ok: false, code: problem, detail: `${sentence} (WhatsApp error ${code})`, retryable: mayPass };
}

function retryable(detail: string): UploadedFile {
  return { ok: false, code: 'file.notTaken', detail, retryable: true };
}
