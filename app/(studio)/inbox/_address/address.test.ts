import { describe, expect, it } from 'vitest';
import { addressOf, countFilters, type Place, placeOf } from './address';

const usual: Place = {
  contactId: null,
  queue: 'needsHuman',
  search: '',
  languages: [],
  bands: [],
  unreadOnly: false,
  sort: 'newest',
};

describe('the address of the inbox', () => {
  it.each<[string, Place]>([
    ['/inbox', usual],
    ['/inbox/c1', { ...usual, contactId: 'c1' }],
    [
      '/inbox/c1?queue=mine&search=%E0%B2%B8%E0%B2%BE%E0%B2%B2&language=kn&language=ta&score=hot&unread=1&sort=slaFirst',
      {
        contactId: 'c1',
        queue: 'mine',
        search: 'ಸಾಲ',
        languages: ['kn', 'ta'],
        bands: ['hot'],
        unreadOnly: true,
        sort: 'slaFirst',
      },
    ],
  ])('%s is read and written alike', (address, place) => {
    const url = new URL(address, 'http://here');
    expect(placeOf(url.pathname, url.searchParams)).toEqual(place);
    expect(addressOf(place)).toBe(address);
  });

  it('takes what it does not know as the usual', () => {
    const url = new URL('/inbox?queue=nobody&sort=random&language=xx&score=boiling&unread=yes', 'http://here');
    expect(placeOf(url.pathname, url.searchParams)).toEqual(usual);
  });

  it('counts what narrows the list', () => {
    expect(countFilters(usual)).toBe(0);
    expect(countFilters({ ...usual, languages: ['kn'], bands: ['hot', 'warm'], unreadOnly: true, search: 'a' })).toBe(
      4,
    );
  });
});
