'use client';

import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import type { Command, CommandContext } from './command';
import { commands } from './commands';

/**
 * Lets keys run the editor's commands. Nothing happens while a text is being composed or something is open over the editor,
 * and little while a text is written.
 */
export function useKeys(context: CommandContext, hasDialog: boolean): void {
  useEffect(() => {
    if (hasDialog) return;
    const bindings = commands.flatMap((command) => (command.keys ?? []).map((key) => [key, runOn(command, context)]));
    return tinykeys(window, Object.fromEntries(bindings));
  }, [context, hasDialog]);
}

function runOn(command: Command, context: CommandContext): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.defaultPrevented || event.isComposing || event.keyCode === COMPOSING) return;
    if (isWriting(event.target) && command.inTexts !== true) return;
    if (isInOverlay(event.target) && command.group !== 'panels') return;
    if (command.isEnabled?.(context) === false) return;
    event.preventDefault();
    void command.run(context);
  };
}

/** Some input methods say that they compose by this key code only. */
const COMPOSING = 229;

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"]') !== null;
}

/** Menus and dialogs have keys of their own. */
function isInOverlay(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null;
}
