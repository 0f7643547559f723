import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Shows an element with `popover="manual"` right under another one, over everything and never cut off by what scrolls;
 * above it where there is more room. Gives the ref of the element, which is drawn only while it is open.
 */
export function usePopoverBelow<Floating extends HTMLElement>(
  anchor: RefObject<HTMLElement | null>,
  isOpen: boolean,
): RefObject<Floating | null> {
  const floating = useRef<Floating>(null);
  useLayoutEffect(() => {
    const box = anchor.current;
    const list = floating.current;
    if (!isOpen || !box || !list) return;
    const follow = () => putBelow(list, box.getBoundingClientRect());
    list.showPopover();
    follow();
    window.addEventListener('scroll', follow, { capture: true, passive: true });
    window.addEventListener('resize', follow);
    return () => {
      window.removeEventListener('scroll', follow, { capture: true });
      window.removeEventListener('resize', follow);
      if (list.isConnected) list.hidePopover();
    };
  }, [anchor, isOpen]);
  return floating;
}

const GAP = 4;
const MARGIN = 8;
const TALLEST = 320;
const NARROWEST = 240;

function putBelow(list: HTMLElement, box: DOMRect): void {
  const roomBelow = window.innerHeight - box.bottom - GAP - MARGIN;
  const roomAbove = box.top - GAP - MARGIN;
  const isBelow = roomBelow >= Math.min(TALLEST, list.scrollHeight) || roomBelow >= roomAbove;
  const width = Math.min(Math.max(box.width, NARROWEST), window.innerWidth - 2 * MARGIN);
  Object.assign(list.style, {
    inset: 'auto',
    left: `${Math.max(MARGIN, Math.min(box.left, window.innerWidth - width - MARGIN))}px`,
    top: isBelow ? `${box.bottom + GAP}px` : 'auto',
    bottom: isBelow ? 'auto' : `${window.innerHeight - box.top + GAP}px`,
    width: `${width}px`,
    maxHeight: `${Math.min(TALLEST, isBelow ? roomBelow : roomAbove)}px`,
  });
}
