'use client';

import { type RefObject, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

type EditOnTheSpot = Readonly<{
  isEditing: boolean;
  begin: () => void;
  end: () => void;
  /** The button that begins the edit: it has the focus again when that ends. */
  pencil: RefObject<HTMLButtonElement | null>;
}>;

/** An edit in the place of what is edited. */
export function useEditOnTheSpot(): EditOnTheSpot {
  const [isEditing, setIsEditing] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  return {
    isEditing,
    pencil,
    begin: () => setIsEditing(true),
    end: () => {
      // The button must be on the screen before it can have the focus.
      flushSync(() => setIsEditing(false));
      pencil.current?.focus();
    },
  };
}
