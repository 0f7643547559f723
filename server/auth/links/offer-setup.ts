import { countPeople } from '../store';
import { makeLink } from './make-link';
import { replaceSetupLink } from './store';

/** Who may enter: nobody yet, but who opens this link once becomes the first owner; or so many people. */
export type Entrance =
  | { readonly kind: 'setup'; readonly link: string }
  | { readonly kind: 'people'; readonly people: number; readonly owners: number };

/** Makes the first owner's link while there is nobody; that of an earlier start opens nothing any more. */
export async function offerSetup(address: string, nowMs: number): Promise<Entrance> {
  const { link, kept } = makeLink({ kind: 'setup', role: 'owner', address }, nowMs);
  if (await replaceSetupLink(kept)) return { kind: 'setup', link };
  return { kind: 'people', ...(await countPeople()) };
}
