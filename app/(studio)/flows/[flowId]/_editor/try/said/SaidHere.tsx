'use client';

import { History } from 'lucide-react';
import type { ReactElement } from 'react';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import { BubbleContent } from '../../../../../_phone/BubbleContent';
import { writeTime } from '../../../../../_time/write-time';
import { saidByState } from '../said-by-state';
import { useTry, useTryStore } from '../try-context';
import { SaidList } from './SaidList';

const texts = words.editor.try.said;

type Props = { readonly state: string; readonly onTalk: () => void };

/** What a state said in this try-out; each leads to the moment when it did. */
export function SaidHere({ state, onTalk }: Props): ReactElement {
  const store = useTryStore();
  const play = useTry(({ played }) => played?.play ?? null);
  const timezone = useTry(({ tryout }) => tryout.start.timezone);
  const said = saidByState(play, state);
  return (
    <SaidList title={texts.here} empty={said.length === 0 ? texts.hereEmpty : null}>
      {said.map(({ turn, at, bubble }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was said never changes places.
        <li key={index} className="flex items-start gap-2 rounded-lg border border-line px-3 py-2 text-sm">
          <div className="min-w-0 flex-1">
            <time dateTime={at} className="text-xs text-ink-faint">
              {writeTime(at, timezone)}
            </time>
            <div lang={bubble.parts[0]?.language}>
              {bubble.messages.map((message, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one message never change places.
                <BubbleContent key={place} content={message} />
              ))}
            </div>
          </div>
          <IconButton
            icon={History}
            label={texts.lookAt}
            className="size-8"
            onClick={() => {
              store.getState().lookAt(turn);
              onTalk();
            }}
          />
        </li>
      ))}
    </SaidList>
  );
}
