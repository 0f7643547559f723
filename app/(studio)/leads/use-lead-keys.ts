'use client';

import { useEffect } from 'react';

/**
 * Keys of the leads' screen: j and k walk from lead to lead, x chooses the one that has the focus, "/" leads to the search.
 * Enter is the link's own. Nothing happens while somebody types, or while a panel is open.
 */
export function useLeadKeys(): void {
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function onKey(event: KeyboardEvent): void {
  const { target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
  if (!(target instanceof HTMLElement) || isTyping(target) || document.querySelector('[role="dialog"]')) return;
  const act = acts[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

const acts: Readonly<Record<string, () => void>> = {
  j: () => walk(1),
  k: () => walk(-1),
  x: () => focusedLead()?.querySelector<HTMLElement>('input[type="checkbox"]')?.click(),
  '/': () => document.querySelector<HTMLElement>('[data-search]')?.focus(),
};

function walk(step: number): void {
  const leads = [...document.querySelectorAll<HTMLElement>('[data-lead]')];
  const at = leads.findIndex((lead) => lead.contains(document.activeElement));
  const next = leads[at === -1 ? 0 : at + step];
  next?.querySelector<HTMLElement>('a')?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

function focusedLead(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>('[data-lead]') ?? null;
}

function isTyping(element: HTMLElement): boolean {
  const isText = element instanceof HTMLInputElement && element.type !== 'checkbox';
  return isText || element.isContentEditable || element.matches('textarea, select, [role="combobox"], [role="menu"] *');
}
