import type { SendProgress } from '../whatsapp-types';

export type Stage = {
  readonly name: 'waiting' | 'leaving' | 'taken' | 'delivered' | 'read' | 'failed' | 'unknown';
  /** Nothing more is to come. */
  readonly isLast: boolean;
};

/** How far a message has come, for who waits for it. */
export function stageOf({ status, delivery }: SendProgress): Stage {
  if (delivery === 'failed') return { name: 'failed', isLast: true };
  if (delivery === 'read' || delivery === 'played') return { name: 'read', isLast: true };
  if (delivery === 'delivered') return { name: 'delivered', isLast: false };
  switch (status) {
    case 'queued':
      return { name: 'waiting', isLast: false };
    case 'dispatching':
      return { name: 'leaving', isLast: false };
    case 'accepted':
      return { name: 'taken', isLast: false };
    case 'unknown':
      return { name: 'unknown', isLast: false };
    case 'rejected':
    case 'cancelled':
      return { name: 'failed', isLast: true };
    default:
      return status satisfies never;
  }
}
