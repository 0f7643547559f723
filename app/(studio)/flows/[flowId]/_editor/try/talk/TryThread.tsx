'use client';

import { MessageCirclePlus } from 'lucide-react';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { Notice } from '@/app/_ui/Notice';
import { words } from '@/app/_words/en';
import styles from '../../../../../_phone/wallpaper.module.css';
import { tryRows } from '../thread-rows';
import { useTry } from '../try-context';
import type { TryStep } from '../tryout';
import { useRerun } from '../use-rerun';
import { BusinessMessage } from './BusinessMessage';
import { CustomerMessage } from './CustomerMessage';
import { NoteLine } from './NoteLine';

const texts = words.editor.try;

/** The conversation as the customer sees it, and what happened between the messages. It stays at its end. */
export function TryThread({ onAct }: { readonly onAct: (step: TryStep) => void }): ReactElement {
  const tryout = useTry((state) => state.tryout);
  const play = useTry((state) => state.played?.play ?? null);
  const changes = useTry((state) => state.changes);
  const lookedAt = useTry((state) => state.lookedAt);
  const isPlaying = useTry((state) => state.isPlaying);
  const [screen, setScreen] = useState<HTMLElement | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const rerun = useRerun();
  const rows = tryRows({ tryout, play, changes, lookedAt });
  const count = tryout.steps.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was just said is scrolled to, wherever one has read.
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [count, lookedAt]);
  return (
    <section
      ref={setScreen}
      aria-label={words.simulator.phone}
      aria-busy={isPlaying}
      className="relative min-h-40 flex-1 overflow-hidden bg-chat-wall"
    >
      <div aria-hidden className={`${styles.wallpaper} absolute inset-0 bg-chat-doodle`} />
      {rows.length === 0 ? (
        <div className="relative flex h-full items-center overflow-y-auto">
          <Notice icon={MessageCirclePlus} title={texts.emptyTitle}>
            {texts.emptyBody}
          </Notice>
        </div>
      ) : null}
      {/* Reversed, the end is at scrollTop 0: the browser itself keeps it in view. */}
      <div ref={scroller} className="absolute inset-0 flex flex-col-reverse overflow-y-auto empty:hidden">
        {rows.length === 0 ? null : (
          <div role="log" aria-label={words.simulator.messages} className="@container pb-3">
            {rows.map((row) => {
              if (row.type === 'customer') return <CustomerMessage key={row.key} row={row} onRerun={rerun} />;
              if (row.type === 'note') return <NoteLine key={row.key} note={row.note} at={row.at} />;
              return <BusinessMessage key={row.key} row={row} screen={screen} onAct={onAct} />;
            })}
          </div>
        )}
      </div>
    </section>
  );
}
