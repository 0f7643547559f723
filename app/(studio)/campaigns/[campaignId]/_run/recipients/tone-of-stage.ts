import type { Recipient } from '../../../campaign-types';

/** How the stage of a person is coloured; the word beside it says the same. */
export function toneOfStage(stage: Recipient['stage']): 'plain' | 'accent' | 'mark' | 'danger' {
  return tones[stage];
}

const tones = {
  pending: 'plain',
  queued: 'plain',
  unknown: 'mark',
  sent: 'plain',
  delivered: 'accent',
  read: 'accent',
  failed: 'danger',
  excluded: 'mark',
  cancelled: 'plain',
} as const satisfies Record<Recipient['stage'], string>;
