/**
 * Upper bounds in milliseconds of the buckets that durations are counted in: percentiles are read from counts, exact to the
 * width of a bucket.
 */
export const bucketBoundsMs = [
  50, 100, 150, 200, 300, 400, 500, 700, 1_000, 1_500, 2_000, 3_000, 4_000, 5_000, 7_000, 10_000, 15_000, 20_000,
  30_000, 45_000, 60_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000,
] as const;

/** The bucket of a duration as SQL: its number as text. */
export function bucketSql(duration: string): string {
  return `width_bucket(${duration}, ARRAY[${bucketBoundsMs.join(',')}]::float8[])::text`;
}

type Bucket = { readonly key: string; readonly count: number };

/** The duration in ms under which `share` of those counted stay, between the bounds of its bucket; null without any. */
export function percentileOf(buckets: readonly Bucket[], share: number): number | null {
  const inOrder = buckets
    .map(({ key, count }) => ({ index: Number(key), count }))
    .sort((left, right) => left.index - right.index);
  const wanted = inOrder.reduce((total, { count }) => total + count, 0) * share;
  let before = 0;
  for (const { index, count } of inOrder) {
    if (count > 0 && before + count >= wanted) {
      const low = bucketBoundsMs[index - 1] ?? 0;
      const high = bucketBoundsMs[index] ?? low;
      return Math.round(low + ((high - low) * (wanted - before)) / count);
    }
    before += count;
  }
  return null;
}
