import { describe, expect, it } from 'vitest';
import { emptyTemplateContent } from '@/flows/templates/template-content';
import { addVariant, removeVariant, setShare, splitEvenly, type Variants, withTemplate } from './edit-variants';

const one: Variants = [{ id: 'A', share: 100, template: 'loan_introduction', variables: [{ en: '{{ name }}' }] }];
const shares = (variants: Variants) => variants.map(({ id, share }) => `${id}${share}`);

describe('variants', () => {
  it('are added under the next free letter with what the last one says, and split evenly', () => {
    const three = addVariant(addVariant(one));
    expect(shares(three)).toEqual(['A34', 'B33', 'C33']);
    expect(three[2]?.variables).toEqual(one[0]?.variables);
    expect(shares(addVariant(removeVariant(three, 'B')))).toEqual(['A34', 'C33', 'B33']);
  });

  it('are at most five', () => {
    const five = addVariant(addVariant(addVariant(addVariant(one))));
    expect(addVariant(five)).toHaveLength(5);
  });

  it('share a hundred: of two, the other takes the rest', () => {
    expect(shares(setShare(addVariant(one), 'A', 70))).toEqual(['A70', 'B30']);
    expect(shares(setShare(addVariant(one), 'A', 100))).toEqual(['A99', 'B1']);
    expect(shares(setShare(addVariant(addVariant(one)), 'A', 70))).toEqual(['A70', 'B33', 'C33']);
    expect(splitEvenly(one)[0]?.share).toBe(100);
  });
});

describe('withTemplate', () => {
  it('fills the variables with the fields that bear their names, in every language of the template', () => {
    const content = { ...emptyTemplateContent, variables: ['name', 'officer'].map((name) => ({ name, sample: '' })) };
    const texts = ['en', 'kn'].map((language) => ({ language, content }));
    expect(withTemplate({ id: 'A', share: 100 }, 'loan_introduction', texts, ['name'])).toEqual({
      id: 'A',
      share: 100,
      template: 'loan_introduction',
      variables: [
        { en: '{{ name }}', kn: '{{ name }}' },
        { en: '', kn: '' },
      ],
    });
  });
});
