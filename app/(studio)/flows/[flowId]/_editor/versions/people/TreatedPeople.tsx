import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';

const texts = words.editor.versions.treated;

type Props = {
  readonly treated: Readonly<{ moved: number; handedOver: number; stayed: number }>;
};

/** What became of the people who were in a conversation. */
export function TreatedPeople({ treated: { moved, handedOver, stayed } }: Props): ReactElement | null {
  const sentences = [
    ...(moved > 0 ? [texts.moved(moved)] : []),
    ...(handedOver > 0 ? [texts.handedOver(handedOver)] : []),
    ...(stayed > 0 ? [texts.stayed(stayed)] : []),
  ];
  return sentences.length > 0 ? <p className="text-sm text-ink-soft">{sentences.join(' ')}</p> : null;
}
