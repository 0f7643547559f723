import { describe, expect, it } from 'vitest';
import { valueAt, withValueAt } from './value-at';

const data = { questions: [{ slot: 'name' }, { slot: 'email' }], giveUpAfter: 3 };

describe('valueAt and withValueAt', () => {
  it('read and write inside lists and objects, and leave the rest as it is', () => {
    const changed = withValueAt(data, 'questions.1.slot', 'phone');
    expect(valueAt(changed, 'questions.1.slot')).toBe('phone');
    expect(valueAt(changed, 'questions.0')).toBe(data.questions[0]);
    expect(data.questions[1]?.slot).toBe('email');
  });

  it('keep the order of names', () => {
    expect(Object.keys(Object(withValueAt(data, 'questions', [])))).toEqual(['questions', 'giveUpAfter']);
  });

  it('take a name out for undefined, and leave an object without it as it was', () => {
    expect(withValueAt(data, 'giveUpAfter', undefined)).toEqual({ questions: data.questions });
    expect(withValueAt(data, 'timeoutSeconds', undefined)).toEqual(data);
  });

  it('make what is not there yet', () => {
    expect(withValueAt({}, 'message.text.kn', 'ನಮಸ್ಕಾರ')).toEqual({ message: { text: { kn: 'ನಮಸ್ಕಾರ' } } });
  });

  it('follow no prototype', () => {
    expect(valueAt(data, 'constructor.name')).toBeUndefined();
  });
});
