import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const [first, second] = ['the first secret of this installation', 'the second secret of this installation'];

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllEnvs());

/** The room as a process sees it that was started with these secrets. */
async function withSecrets(secret: string, previous = '') {
  vi.stubEnv('VAARTA_SECRET', secret);
  vi.stubEnv('VAARTA_PREVIOUS_SECRET', previous);
  vi.resetModules();
  const [seal, types, lookup, tokens] = await Promise.all([
    import('./seal-column'),
    import('./sealed-types'),
    import('./blind-index'),
    import('./search-tokens'),
  ]);
  return { ...seal, ...types, ...lookup, ...tokens };
}

test('a text is kept so that nobody can tell it, nor that two are the same, and is read as it was', async () => {
  const { sealText, openText } = await withSecrets(first);
  const [one, other] = [sealText('contacts.name', 'ಲಕ್ಷ್ಮಿ “Gowda”\n'), sealText('contacts.name', 'ಲಕ್ಷ್ಮಿ “Gowda”\n')];
  expect(one).not.toBe(other);
  expect(one).toMatch(/^sealed:t:[\w-]{6}:[\w-]+$/);
  expect(openText(one)).toBe('ಲಕ್ಷ್ಮಿ “Gowda”\n');
  expect(sealText('contacts.name', null)).toBeNull();
  expect(sealText('handovers.summary', '')).toBe('');
});

test('of JSON what the registry names stays readable, all else is sealed, and is read as it was', async () => {
  const { sealJson, readJson } = await withSecrets(first);
  const events = [
    { type: 'slot.filled', slot: 'name', value: 'Lakshmi', previous: null, source: 'customer', confidence: 0.9 },
    { type: 'message.said', state: 'greeting', content: { type: 'text', text: 'Hello "Lakshmi" \\ ₹' } },
    { type: 'a kind of later', secret: 42, isTrue: true },
  ];
  const kept = sealJson('turns.events', events);
  expect(kept).toMatchObject([
    { type: 'slot.filled', slot: 'name', value: expect.stringMatching(/^sealed:t:/), previous: null },
    { type: 'message.said', state: 'greeting', content: expect.stringMatching(/^sealed:j:/) },
    { type: 'a kind of later', secret: expect.stringMatching(/^sealed:j:/), isTrue: true },
  ]);
  expect(JSON.stringify(kept)).not.toMatch(/Lakshmi|Hello|42/);
  expect(readJson(JSON.stringify(kept))).toEqual(events);
  const session = { id: 's', wait: { type: 'reply', id: 'w', choices: [{ id: 'a', title: 'Asha' }] }, slots: {} };
  expect(sealJson('flow_sessions.state', session)).toMatchObject({
    id: 's',
    wait: { type: 'reply', id: 'w', choices: expect.stringMatching(/^sealed:j:/) },
  });
});

test('what a customer writes to look like a sealed value, and what was changed, is given as it is', async () => {
  const { sealText, sealJson, openText, readJson } = await withSecrets(first);
  const forged = `sealed:t:abcdef:${randomBytes(60).toString('base64url')}`;
  expect(openText(forged)).toBe(forged);
  expect(openText(sealText('notes.body', forged))).toBe(forged);
  const inside = JSON.stringify(sealJson('messages.content', { type: 'text', text: forged }));
  expect(readJson(inside)).toEqual({ type: 'text', text: forged });
  const sealed = sealText('notes.body', 'one note');
  const changed = `${sealed.slice(0, -3)}${sealed.endsWith('AAA') ? 'BBB' : 'AAA'}`;
  expect(openText(changed)).toBe(changed);
  expect(openText(sealed.replace('sealed:t:', 'sealed:j:'))).not.toBe('one note');
});

test('after a change of the secret the old is read while it is given, look-ups try both, and new is written with the new', async () => {
  const before = await withSecrets(first);
  const [name, hash] = [before.sealText('contacts.name', 'Asha'), before.blindIndex('phone', '+919800000001')];

  const during = await withSecrets(second, first);
  expect(during.openText(name)).toBe('Asha');
  expect(during.blindIndexes('phone', '+919800000001')).toEqual([during.blindIndex('phone', '+919800000001'), hash]);
  expect(during.blindIndex('phone', '+919800000001')).not.toBe(hash);
  const rewritten = during.sealText('contacts.name', 'Asha');

  const after = await withSecrets(second);
  expect(after.openText(rewritten)).toBe('Asha');
  expect(after.openText(name)).toBe(name);
});

test('an identifier has one hash, another kind or value of it another one', async () => {
  const { blindIndex } = await withSecrets(first);
  expect(blindIndex('phone', '+919800000001')).toBe(blindIndex('phone', '+919800000001'));
  const others = [blindIndex('phone', '+919800000002'), blindIndex('bsuid', '+919800000001')];
  expect(new Set([blindIndex('phone', '+919800000001'), ...others]).size).toBe(3);
  expect(blindIndex('phone', null)).toBeNull();
});

test.each([
  ['ಮನೆ ಸಾಲಕ್ಕೆ ಬಡ್ಡಿ', 'ಸಾಲ'],
  ['घर के लिए कर्ज़ चाहिए', 'चाहि'],
  ['I need a loan for my property', 'prope'],
  ['I need a loan for my property', 'property'],
  ['வீட்டு கடன் வேண்டும்', 'கடன்'],
  ['ఇంటి రుణం కావాలి', 'రుణ'],
])('"%s" is found by the beginning "%s" of one of its words', async (text, beginning) => {
  const { tokensOfText, beginningInText, wordsOf } = await withSecrets(first);
  const [word = ''] = wordsOf(beginning);
  const wanted = beginningInText(word)?.[0] ?? [];
  expect(wanted).toHaveLength(1);
  expect(tokensOfText(text)).toEqual(expect.arrayContaining([...wanted]));
  expect(tokensOfText('something else altogether')).not.toEqual(expect.arrayContaining([...wanted]));
});

test('a contact is found by every beginning of their names and of their number, with and without the country', async () => {
  const { tokensOfContact, beginningsInContact, wholeWords, wordsOf } = await withSecrets(first);
  const tokens = tokensOfContact({ name: 'Lakshmi Gowda', username: 'lakshmi_g', phone: '+919845012345' });
  for (const search of ['la', 'gow', 'lakshmi gowda', '91984', '98450', '9845012345', '2345', 'lakshmi_g']) {
    expect(tokens, search).toEqual(expect.arrayContaining([...(beginningsInContact(wordsOf(search))[0] ?? [])]));
  }
  expect(tokens).toEqual(expect.arrayContaining([...(wholeWords(['2345'])[0] ?? [])]));
  expect(tokens).not.toEqual(expect.arrayContaining([...(wholeWords(['9845'])[0] ?? [])]));
  expect(tokens).not.toEqual(expect.arrayContaining([...(beginningsInContact(['9845'])[0] ?? [])]));
  expect(tokens).toEqual([...tokens].sort((one, other) => one - other)); // nobody sees which word follows which
});
