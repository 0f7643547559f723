'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import { type Show, showOf } from './_list/shows';

export type View = 'list' | 'calendar';
type Place = { readonly view: View; readonly show: Show; readonly search: string; readonly open: string | null };

/** What is looked at, in the address: a reload and a link keep it. */
export function useAddress() {
  const router = useRouter();
  const parameters = useSearchParams();
  const place: Place = {
    view: parameters.get('view') === 'calendar' ? 'calendar' : 'list',
    show: showOf(parameters.get('show')),
    search: parameters.get('search') ?? '',
    open: parameters.get('open'),
  };
  const go = (part: Partial<Place>): void => {
    const { view, show, search, open } = { ...place, ...part };
    const next = new URLSearchParams({
      ...(view === 'list' ? {} : { view }),
      ...(show === 'planned' ? {} : { show }),
      ...(search === '' ? {} : { search }),
      ...(open === null ? {} : { open }),
    });
    router.replace(next.size === 0 ? '/follow-ups' : `/follow-ups?${next}`, { scroll: false });
  };
  return { ...place, go };
}
