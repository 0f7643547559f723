/** A bucket of tokens that fills by itself: at most `capacity`, one more every `everyMs`. */
export class Bucket {
  private level: number;
  private filledAt: number;

  constructor(
    private readonly size: { readonly capacity: number; readonly everyMs: number },
    nowMs: number,
  ) {
    this.level = size.capacity;
    this.filledAt = nowMs;
  }

  hasOne(nowMs: number): boolean {
    this.fill(nowMs);
    return this.level >= 1;
  }

  /** Takes one; what is not there is owed. */
  take(nowMs: number): void {
    this.fill(nowMs);
    this.level -= 1;
  }

  private fill(nowMs: number): void {
    const { capacity, everyMs } = this.size;
    this.level = Math.min(capacity, this.level + (nowMs - this.filledAt) / everyMs);
    this.filledAt = nowMs;
  }
}
