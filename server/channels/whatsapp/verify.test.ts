import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { verifySignature } from './verify';

// Computed with another HMAC implementation.
const vectors = [
  ["It's a Secret to Everybody", 'Hello, World!', '757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17'],
  [
    'test_app_secret',
    '{"object":"whatsapp_business_account","entry":[]}',
    'dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756',
  ],
  [
    'test_app_secret',
    '{"object": "whatsapp_business_account", "entry": []}',
    '56cbbaf4961c6cfdae48b7f116c047e5eb513d2c931baae63a2bc1afd26f803a',
  ],
  ['s3cr3t', '{"t":"ನಮಸ್ಕಾರ"}', '77dd7d8d98284b003387d4e58e993166c0876b2be12d30411949dd4de5b51919'],
  [
    's3cr3t',
    '{"t":"\\u0ca8\\u0cae\\u0cb8\\u0ccd\\u0c95\\u0cbe\\u0cb0"}',
    'a41092333aae8c959aec50e1bace06b34a766c14255f1434d2e0f90b52c1913c',
  ],
] as const;

describe('the bytes as they came', () => {
  test.each(vectors)('secret %j, body %j', (secret, body, hex) => {
    expect(verifySignature(bytes(body), `sha256=${hex}`, [secret])).toBe(true);
    expect(verifySignature(bytes(`${body} `), `sha256=${hex}`, [secret])).toBe(false);
    expect(verifySignature(bytes(body), `sha256=${hex}`, ['another'])).toBe(false);
  });
});

const body = bytes('Hello, World!');
const secret = "It's a Secret to Everybody";
const hex = vectors[0][2];

test.each([
  ['nothing', null],
  ['an empty header', ''],
  ['no prefix', hex],
  ['the older algorithm', `sha1=${hex.slice(0, 40)}`],
  ['upper case', `sha256=${hex.toUpperCase()}`],
  ['one digit too few', `sha256=${hex.slice(1)}`],
  ['one digit too many', `sha256=${hex}0`],
  ['two headers joined', `sha256=${hex}, sha256=${hex}`],
  ['a line break', `sha256=${hex}\n`],
  ['letters that are no digits', `sha256=${'z'.repeat(64)}`],
  ['one wrong digit', `sha256=${hex.slice(0, 63)}${hex.endsWith('0') ? '1' : '0'}`],
])('a header with %s is refused', (_, header) => {
  expect(verifySignature(body, header, [secret])).toBe(false);
});

test('while a secret is rotated both are accepted', () => {
  expect(verifySignature(body, `sha256=${hex}`, ['new secret', secret])).toBe(true);
  expect(verifySignature(body, `sha256=${hex}`, [secret, 'new secret'])).toBe(true);
});

test('without a secret nothing is accepted, not even a signature by the empty one', () => {
  const byEmpty = createHmac('sha256', '').update(body).digest('hex');
  expect(verifySignature(body, `sha256=${byEmpty}`, [])).toBe(false);
  expect(verifySignature(body, `sha256=${byEmpty}`, [''])).toBe(false);
});

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
