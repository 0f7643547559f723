import { describe, expect, it } from 'vitest';
import { read, slotsOf } from '../testdata/reader';

describe('places', () => {
  it.each([
    ['திண்டுக்கல்', 'ta', 'Dindigul'],
    ['coimbattore', 'en', 'Coimbatore'],
    ['mysoor', 'kn', 'Mysuru'],
  ])('"%s" is %s for %s, in another script or spelling', (text, language, city) => {
    expect(slotsOf(text, { language, expects: ['property_location'] })).toEqual({ property_location: city });
  });

  it.each([
    ['apply panna enna venum', 'ta'],
    ['meeru em chestaru', 'te'],
    ['kannada dalli heli', 'kn'],
    ['baddi eshtu', 'kn'],
  ])('"%s" names none, however like one its words are', (text, language) => {
    expect(read(text, { language }).slots.property_location).toBeUndefined();
  });

  it.each([
    ['Karol Bagh Delhi', 'Delhi'],
    ['Karol Bagh', 'Karol Bagh'],
  ])('of "%s" the city is meant, and the locality where it stands alone: %s', (text, place) => {
    expect(slotsOf(text, { expects: ['property_location'] })).toEqual({ property_location: place });
  });
});
