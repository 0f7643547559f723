import type { TemplateFailure, TemplatesAccess } from '../channels/whatsapp/templates-api';
import { uploadSample } from '../channels/whatsapp/upload-sample';
import { KnownError } from '../errors';
import { typeOf } from '../media/type-of';

export type HeaderSample = Readonly<{
  kind: 'image' | 'video' | 'document';
  filename: string;
  base64: string;
}>;

/**
 * Hands WhatsApp a sample of what stands above a template, for the review. The kind is checked by content. Throws
 * `request.invalid` for another kind of file.
 */
export async function uploadHeaderSample(
  access: TemplatesAccess,
  { kind, filename, base64 }: HeaderSample,
): Promise<{ readonly ok: true; readonly handle: string } | TemplateFailure> {
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
  const mimeType = await typeOf(bytes, undefined);
  if (!sampleTypes[kind].includes(mimeType)) {
    const wanted = { image: 'a JPEG or PNG picture', video: 'an MP4 video', document: 'a PDF' }[kind];
    throw new KnownError('request.invalid', `The sample must be ${wanted}. This file is something else.`);
  }
  return uploadSample(access, { bytes, mimeType, filename });
}

const sampleTypes: Readonly<Record<HeaderSample['kind'], readonly string[]>> = {
  image: ['image/jpeg', 'image/png'],
  video: ['video/mp4'],
  document: ['application/pdf'],
};
