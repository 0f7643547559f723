'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { addressOf, type Place, placeOf, queryOf } from './address';

/**
 * What is looked at, in the address: a reload and a link keep it. Going elsewhere in the inbox asks no page of the server, so
 * that walking through conversations is as quick as their messages.
 */
export function useAddress() {
  const pathname = usePathname();
  const place = placeOf(pathname, useSearchParams());
  const hrefOf = (part: Partial<Place>): string => addressOf({ ...place, ...part });
  return {
    place,
    /** What links to conversations end with, so that the list stays as it is. */
    query: queryOf(place),
    /** Another conversation is a step that "back" undoes. */
    open: (contactId: string | null): void => window.history.pushState(null, '', hrefOf({ contactId })),
    /** A filter is none. */
    narrow: (part: Partial<Place>): void => window.history.replaceState(null, '', hrefOf(part)),
  };
}
