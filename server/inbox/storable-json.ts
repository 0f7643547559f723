/**
 * A value as JSON that PostgreSQL takes as jsonb: it refuses NUL characters and halves of surrogate pairs, which customers
 * can send and a careless cut can make. NUL is left out, a half becomes U+FFFD.
 */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  // `JSON.stringify` writes only these as an escape with "u0000" or "ud…": whole pairs stand as themselves.
  if (!/\\u(?:0000|d[89a-f])/.test(json)) return json;
  return json.replace(/\\\\|\\u0000|\\ud[89a-f][0-9a-f]{2}/g, (found) => {
    if (found === '\\\\') return found;
    return found === '\\u0000' ? '' : '\\ufffd';
  });
}
