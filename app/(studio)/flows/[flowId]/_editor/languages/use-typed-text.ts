'use client';

import { type ChangeEvent, type CompositionEvent, useRef, useState } from 'react';

type Typed = Readonly<{
  value: string;
  onChange: (event: ChangeEvent<HTMLTextAreaElement>) => void;
  onCompositionStart: () => void;
  onCompositionEnd: (event: CompositionEvent<HTMLTextAreaElement>) => void;
}>;

/**
 * A text area's value that its own typing owns: what is composed (Kannada, Tamil, …) is never written or replaced half done.
 * A change from elsewhere, such as undo, is followed.
 */
export function useTypedText(stored: string, write: (text: string) => void): Typed {
  const [typed, setTyped] = useState(stored);
  const [known, setKnown] = useState(stored);
  const isComposing = useRef(false);
  if (stored !== known && !isComposing.current) {
    setKnown(stored);
    setTyped(stored);
  }
  const take = (text: string): void => {
    setTyped(text);
    if (isComposing.current) return;
    setKnown(text);
    write(text);
  };
  return {
    value: typed,
    onChange: (event) => take(event.target.value),
    onCompositionStart: () => {
      isComposing.current = true;
    },
    onCompositionEnd: (event) => {
      isComposing.current = false;
      take(event.currentTarget.value);
    },
  };
}
