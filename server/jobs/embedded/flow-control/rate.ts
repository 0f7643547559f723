/**
 * The generic cell rate algorithm: `limit` in `periodMs`, evenly, and `burst` of them at once. Its whole memory is one moment:
 * when everything that was let through is paid for.
 */
type Rate = { readonly limit: number; readonly periodMs: number; readonly burst: number };

/** What is remembered. */
export type Paid = { readonly paidAtMs: number };

/** When the next one, which is here at `atMs`, may go (then or later), and what is to be remembered if it does. */
export function takeTurn(rate: Rate, paidAtMs: number, atMs: number): Paid & { readonly goMs: number } {
  const stepMs = rate.periodMs / rate.limit;
  const owedMs = Math.max(paidAtMs, atMs);
  return {
    goMs: Math.max(atMs, Math.ceil(owedMs - (rate.burst - 1) * stepMs)),
    paidAtMs: owedMs + stepMs,
  };
}
