import type { ReactElement } from 'react';
import { keyCaps } from './key-caps';

/** A key combination as caps. */
export function Keys({ keys }: { readonly keys: string }): ReactElement {
  return (
    <span className="flex shrink-0 gap-1">
      {keyCaps(keys, /Mac|iPhone|iPad/.test(navigator.userAgent)).map((cap) => (
        <kbd
          key={cap}
          className="min-w-6 rounded-md border border-line-strong bg-sunken px-1.5 text-center font-sans text-xs text-ink-soft"
        >
          {cap}
        </kbd>
      ))}
    </span>
  );
}
