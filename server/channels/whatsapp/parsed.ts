import type { InboundEvent } from '../channel';
import type { ContactBook } from './read-sender';

/** What came of one element of a webhook: an event, or the reason why there is none. */
export type Parsed =
  | { readonly ok: true; readonly event: InboundEvent }
  | { readonly ok: false; readonly reason: string };

/** What stands around an element: whose its ids are, which number of ours it is about, and when it came (ISO UTC). */
export type Surroundings = {
  readonly contacts: ContactBook;
  readonly account: string | undefined;
  readonly receivedAt: string;
};
