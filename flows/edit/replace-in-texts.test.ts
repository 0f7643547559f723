import { describe, expect, it } from 'vitest';
import { checkFlow } from '../check/check-flow';
import type { Flow } from '../schema/flow';
import { findInTexts } from './find-in-texts';
import { replaceInTexts } from './replace-in-texts';
import { setText, setTexts } from './set-text';
import { shippedFlow, smallFlow } from './testdata/flows';

const codes = (flow: Flow, code: string) =>
  checkFlow(flow)
    .filter((issue) => issue.code === code)
    .map(({ place }) => `${place.state}/${place.path} ${place.language}`);
const at = (language: string) => ({ state: 'welcome', path: 'message.text', language });
const branded = setTexts(smallFlow, [
  { target: at('en'), text: 'Welcome to Acme. Acme lends.' },
  { target: at('kn'), text: 'Acme ಗೆ ಸ್ವಾಗತ.' },
]);

describe('a search in all texts', () => {
  it('says where, in the order of the document', () => {
    expect(findInTexts(branded, 'acme')).toEqual([
      {
        key: 'welcome/message.text',
        place: at('en'),
        target: at('en'),
        language: 'en',
        text: 'Welcome to Acme. Acme lends.',
        ranges: [
          { start: 11, end: 15 },
          { start: 17, end: 21 },
        ],
      },
      expect.objectContaining({ language: 'kn', ranges: [{ start: 0, end: 4 }] }),
    ]);
    expect(findInTexts(branded, 'acme', { languages: ['kn'] }).map(({ language }) => language)).toEqual(['kn']);
    expect(findInTexts(branded, '')).toEqual([]);
  });

  it('finds texts of rules too', () => {
    expect(findInTexts(shippedFlow, 'let us go on in English')[0]?.target).toMatchObject({ rule: 'change_language' });
  });
});

describe('a replacement', () => {
  it('in all languages leaves translations as fresh as they were', () => {
    const replaced = replaceInTexts(branded, 'acme', 'Vaarta');
    expect(replaced.states[0]?.data).toMatchObject({
      message: { text: { en: 'Welcome to Vaarta. Vaarta lends.', kn: 'Vaarta ಗೆ ಸ್ವಾಗತ.' } },
    });
    expect(codes(replaced, 'translation.stale')).toEqual([]);
  });

  it('in the original only makes its translations stale', () => {
    const replaced = replaceInTexts(branded, 'acme', 'Vaarta', { languages: ['en'] });
    expect(codes(replaced, 'translation.stale')).toEqual(['welcome/message.text kn']);
  });

  it('confirms neither a stale translation nor a draft', () => {
    const stale = setText(branded, at('en'), 'Hello from Acme.');
    expect(codes(replaceInTexts(stale, 'acme', 'Vaarta'), 'translation.stale')).toEqual(['welcome/message.text kn']);
    expect(codes(replaceInTexts(stale, 'acme', 'V', { languages: ['kn'] }), 'translation.stale')).toHaveLength(1);
    const drafted = setText(branded, at('kn'), 'Acme!', 'model');
    const replaced = replaceInTexts(drafted, 'acme', 'Vaarta');
    expect(codes(replaced, 'translation.drafted')).toEqual(['welcome/message.text kn']);
    expect(codes(replaced, 'translation.stale')).toEqual([]);
  });

  it('touches what was chosen, and nothing when there is nothing', () => {
    const [english] = findInTexts(branded, 'acme');
    if (!english) throw new Error('Nothing was found.');
    const chosen = [{ ...english, ranges: english.ranges.slice(1) }];
    expect(replaceInTexts(branded, 'acme', 'It', {}, chosen).states[0]?.data).toMatchObject({
      message: { text: { en: 'Welcome to Acme. It lends.', kn: 'Acme ಗೆ ಸ್ವಾಗತ.' } },
    });
    expect(replaceInTexts(branded, 'acme', 'It', {}, [])).toBe(branded);
    expect(replaceInTexts(branded, 'nowhere', 'It')).toBe(branded);
    expect(replaceInTexts(branded, 'Acme', 'Acme', { isCaseSensitive: true })).toEqual(branded);
  });
});
