/** `text` with the letters and digits of every span as dots, one for one: every offset into it (UTF-16) stays right. */
export function maskSpans(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  return spans.reduce(
    (masked, { start, end }) =>
      masked.slice(0, start) + masked.slice(start, end).replace(/[^\s-]/g, '•') + masked.slice(end),
    text,
  );
}
