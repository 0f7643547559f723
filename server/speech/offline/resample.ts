/** The same sound in another sampling rate, in hertz, by straight lines between samples: enough for speech that goes up. */
export function resample(samples: Int16Array, from: number, to: number): Int16Array {
  if (from === to) return samples;
  return Int16Array.from({ length: Math.floor((samples.length * to) / from) }, (_, at) => {
    const place = (at * from) / to;
    const before = Math.floor(place);
    const left = samples[before] ?? 0;
    const right = samples[before + 1] ?? left;
    return Math.round(left + (right - left) * (place - before));
  });
}
