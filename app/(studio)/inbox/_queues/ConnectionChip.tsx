'use client';

import { Radio, RefreshCw, WifiOff } from 'lucide-react';
import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { words } from '@/app/_words/en';
import { useLiveState } from '../../_live/use-live';

const texts = words.inbox.live;

/** Whether what is seen is new by itself. */
export function ConnectionChip(): ReactElement {
  const state = useLiveState();
  const Icon = icons[state];
  return (
    <p role="status" className="flex min-w-0">
      <Badge tone={tones[state]} className="items-start">
        <Icon aria-hidden className="mt-1 size-3 shrink-0" />
        {texts[state]}
      </Badge>
    </p>
  );
}

const tones = { live: 'accent', reconnecting: 'mark', offline: 'danger' } as const;
const icons = { live: Radio, reconnecting: RefreshCw, offline: WifiOff } as const;
