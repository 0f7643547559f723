import type { KeyboardEvent } from 'react';

/** Escape ends an edit on the spot and nothing else around it, unless it belongs to an input method. */
export function endTextEdit(event: KeyboardEvent, onEnd: () => void): void {
  if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.stopPropagation();
  onEnd();
}
