import { describe, expect, it } from 'vitest';
import { insertMention, mentionAt, mentionsIn } from './mention';

const people = [
  { value: 'u1', label: 'Ravi Kumar' },
  { value: 'u2', label: 'ಮೀನಾ' },
];

describe('mentions', () => {
  it.each([
    ['Ask @', ''],
    ['Ask @ra', 'ra'],
    ['Ask @Ravi Ku', 'Ravi Ku'],
    ['@ಮೀ', 'ಮೀ'],
    ['mail ravi@len', null],
    ['Ask Ravi', null],
    ['@Ravi Kumar please call', null],
  ])('in %j is begun %j', (text, begun) => {
    expect(mentionAt(text, text.length)).toBe(begun);
  });

  it('are put where the cursor is', () => {
    expect(insertMention('Ask @ra today', 'Ask @ra'.length, 'Ravi Kumar')).toEqual({
      text: 'Ask @Ravi Kumar  today',
      cursor: 'Ask @Ravi Kumar '.length,
    });
  });

  it('are known by their names', () => {
    expect(mentionsIn('@ಮೀನಾ please tell Ravi Kumar', people)).toEqual(['u2']);
  });
});
