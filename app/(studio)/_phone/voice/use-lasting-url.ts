'use client';

import { useState } from 'react';

type Lasting = Readonly<{ url: string; renew: () => void }>;

/**
 * The address that a player or picture began with. Signed links are made anew every few minutes: taking each would stop what
 * plays. `renew` takes the newest, for when the old one has died.
 */
export function useLastingUrl(newest: string): Lasting {
  const [held, setHeld] = useState(newest);
  const url = fileOf(held) === fileOf(newest) ? held : newest;
  return { url, renew: () => setHeld(newest) };
}

/** Which file an address leads to: what it is signed with comes after. */
function fileOf(url: string): string {
  return url.split('?')[0] ?? url;
}
