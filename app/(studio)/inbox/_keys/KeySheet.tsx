'use client';

import type { ReactElement } from 'react';
import { Sheet } from '@/app/_ui/Sheet';
import { words } from '@/app/_words/en';
import { keysOfActs } from '../_acts/possible-acts';

const texts = words.inbox;

const keys: readonly (readonly [string, string])[] = [
  ['J', texts.keys.next],
  ['K', texts.keys.previous],
  ['/', texts.keys.search],
  [keysOfActs.takeOver ?? '', texts.acts.takeOver],
  [keysOfActs.reply ?? '', texts.acts.reply],
  [keysOfActs.note ?? '', texts.acts.note],
  [keysOfActs.assign ?? '', texts.acts.assign],
  [keysOfActs.snooze ?? '', texts.acts.snooze],
  [keysOfActs.returnToBot ?? '', texts.acts.returnToBot],
  [keysOfActs.close ?? '', texts.acts.close],
  ['⌘K, Ctrl K', texts.keys.palette],
  ['?', texts.keys.sheet],
];

/** Every key of the inbox. */
export function KeySheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  return (
    <Sheet title={texts.keys.title} description={texts.keys.body} closeLabel={words.close} isOpen onClose={onClose}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: there is nothing else in it by which keys could scroll it */}
      <section aria-label={texts.keys.title} tabIndex={0}>
        <dl className="hairlines">
          {keys.map(([key, label]) => (
            <div key={label} className="flex items-center justify-between gap-4 py-1.5 text-sm">
              <dt>{label}</dt>
              <dd>
                <kbd className="rounded-md border border-line bg-sunken px-1.5 font-sans text-xs uppercase">{key}</kbd>
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </Sheet>
  );
}
