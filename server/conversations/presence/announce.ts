import type { Actor } from '../../auth/actor';
import { notifyInbox } from '../live/store';

export type Here = 'viewing' | 'typing' | 'left';

/** Tells everybody who looks at a conversation that somebody does too. Nothing is stored: who says nothing is gone. */
export function announce({ id, name }: Pick<Actor, 'id' | 'name'>, contactId: string, what: Here): Promise<void> {
  return notifyInbox({ contactId, userId: id, name: name.slice(0, 80), what });
}
