import { z } from 'zod';
import { callGraph } from './call-graph';
import { judgeTemplateAnswer, type TemplateFailure, type TemplatesAccess } from './templates-api';

export type SampleFile = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mimeType: string;
  readonly filename: string;
};

/**
 * Hands WhatsApp the file that shows a reviewer what stands above a template. The handle goes into the template's example.
 * Source: Graph API, "Resumable Upload API"; `app` is the app that the token belongs to.
 */
export async function uploadSample(
  { config }: TemplatesAccess,
  { bytes, mimeType, filename }: SampleFile,
): Promise<{ readonly ok: true; readonly handle: string } | TemplateFailure> {
  const query = { file_name: filename, file_length: String(bytes.byteLength), file_type: mimeType };
  const begun = judgeTemplateAnswer(
    await callGraph(config, { method: 'POST', path: 'app/uploads', query, deadlineMs: 20_000 }),
    session,
  );
  if (!begun.ok) return begun;
  const sent = judgeTemplateAnswer(
    await callGraph(config, { method: 'POST', path: begun.value.id, bytes, deadlineMs: 120_000 }),
    upload,
  );
  return sent.ok ? { ok: true, handle: sent.value.h } : sent;
}

const session = z.object({ id: z.string().regex(/^upload:\S+$/) });
const upload = z.object({ h: z.string().min(1) });
