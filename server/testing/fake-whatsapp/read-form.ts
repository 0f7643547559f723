/** The parts of a multipart body; undefined when it is none. */
export async function readForm(body: Buffer, contentType: string | undefined): Promise<FormData | undefined> {
  const headers = { 'content-type': contentType ?? '' };
  return new Response(new Uint8Array(body), { headers }).formData().catch(() => undefined);
}
