/** An address in this page for a recording in base64; it holds memory until it is revoked. */
export function audioUrl(base64: string, mimeType: string): string {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return URL.createObjectURL(new Blob([bytes], { type: mimeType }));
}
