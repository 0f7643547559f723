import type { KeyboardEvent } from 'react';

const steps: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index, count) => Math.min(index + 1, count - 1),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_index, count) => count - 1,
};

/** Moves the focus along the buttons of a list with the arrow keys, Home and End. */
export function walkList(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  if (!step || event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const index = buttons.findIndex((button) => button.matches(':focus'));
  if (index < 0) return;
  event.preventDefault();
  // The canvas walks with these keys too.
  event.stopPropagation();
  buttons[step(index, buttons.length)]?.focus();
}
