import { describe, expect, it } from 'vitest';
import { addRule, moveRule, removeRule, setRule, whyNotRule } from './rules';
import { setText } from './set-text';
import { message, smallFlow } from './testdata/flows';

const language = {
  id: 'language',
  intents: ['change_language'],
  action: { type: 'changeLanguage', say: message('Sure.', 'ಸರಿ.') },
};
const two = addRule(smallFlow, language);
const ids = (flow: typeof smallFlow) => flow.rules.map(({ id }) => id);

describe('flow-wide rules', () => {
  it('are added last, under a free id, when the schema takes them', () => {
    expect(ids(two)).toEqual(['stop', 'language']);
    expect(ids(addRule(two, language))).toEqual(['stop', 'language', 'language_2']);
    expect(addRule(two, { ...language, intents: [] })).toBe(two);
  });

  it('are written as a whole, and their translations get stale or go along', () => {
    const changed = setRule(two, 'language', {
      ...language,
      action: { ...language.action, say: message('OK.', 'ಸರಿ.') },
    });
    expect(changed).toEqual(setText(two, { rule: 'language', path: 'action.say.text', language: 'en' }, 'OK.'));
    const renamed = setRule(changed, 'language', { ...changed.rules[1], id: 'other_language' });
    expect(ids(renamed)).toEqual(['stop', 'other_language']);
    expect(Object.keys(renamed.translatedFrom)).toEqual(['rule:other_language/action.say.text']);
    expect(removeRule(renamed, 'other_language').translatedFrom).toEqual({});
  });

  it('are left as they are when the new one is refused or its id is taken', () => {
    expect(setRule(two, 'language', { ...language, id: 'stop' })).toBe(two);
    expect(setRule(two, 'language', { ...language, intents: ['no'] })).toBe(two);
    expect(setRule(two, 'no', language)).toBe(two);
    expect(removeRule(two, 'no')).toBe(two);
    expect(whyNotRule({ ...language, intents: [] })).toEqual([{ path: 'intents', message: 'This must not be empty.' }]);
    expect(whyNotRule(language)).toEqual([]);
  });

  it('are tried earlier or later', () => {
    expect(ids(moveRule(two, 'language', 'up'))).toEqual(['language', 'stop']);
    expect(ids(moveRule(two, 'stop', 'down'))).toEqual(['language', 'stop']);
    expect(moveRule(two, 'language', 'down')).toBe(two);
    expect(moveRule(two, 'stop', 'up')).toBe(two);
    expect(moveRule(two, 'no', 'up')).toBe(two);
  });
});
