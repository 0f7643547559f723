/** Some input methods say that they compose by this key code only. */
const COMPOSING = 229;

/** Whether a key is one of the inbox now: not while somebody writes or composes, nor where a menu or a dialog has its own keys. */
export function mayRun(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.keyCode === COMPOSING) return false;
  const { target } = event;
  if (!(target instanceof HTMLElement)) return true;
  return target.closest(ownKeys) === null;
}

const ownKeys =
  'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"], [role="slider"]';
