import { windowLeft } from '../../_lead/window-left';
import type { Thread } from '../inbox-types';

/** What a reply can be now: words, a template only, or nothing, and why. */
export type ComposerMode =
  | Readonly<{ type: 'free' }>
  | Readonly<{ type: 'template' }>
  | Readonly<{ type: 'bot'; isAsked: boolean }>
  | Readonly<{ type: 'others'; name: string }>
  | Readonly<{ type: 'optedOut' }>;

type Standing = Pick<Thread, 'whyNot' | 'owner' | 'handover' | 'window'>;

/** The server's word, and that of the clock: a window that closes while one writes is closed at once. */
export function composerMode({ whyNot, owner, handover, window }: Standing, now: Date): ComposerMode {
  if (whyNot === null) {
    const isOver = window.endsAt !== null && windowLeft(window.endsAt, now) === null;
    return isOver ? { type: 'template' } : { type: 'free' };
  }
  switch (whyNot.code) {
    case 'contact.optedOut':
      return { type: 'optedOut' };
    case 'conversation.others':
      return { type: 'others', name: owner?.name ?? '' };
    case 'conversation.notTaken':
      return { type: 'bot', isAsked: handover?.status === 'requested' };
    case 'window.closed':
      return { type: 'template' };
    default:
      return whyNot.code satisfies never;
  }
}
