import { useEffect, useRef } from 'react';
import { useEditorStore } from '../../editor-context';
import { forgetBelow, keyOf, setOpened } from '../inspector-store';
import { blankItem, withFreeId } from './blank-value';
import type { FieldOf } from './field';
import { useForm, useInspectorStore } from './form-context';
import { seedsOf } from './seeds-of';
import { useReadAt, useWrite } from './use-write';
import { below, listOf } from './value-at';

export type ListActs = {
  readonly move: (from: number, to: number) => void;
  readonly duplicate: (index: number) => void;
  readonly remove: (index: number) => void;
};

/** What can be done to a list's entries. The cursor goes along with the entry that was acted on. */
export function useListActs(field: FieldOf<'list'>, path: string) {
  const editor = useEditorStore();
  const inspector = useInspectorStore();
  const { owner } = useForm();
  const write = useWrite();
  const readAt = useReadAt();
  const root = useRef<HTMLDivElement>(null);
  const next = useRef<string | null>(null);
  useEffect(() => {
    if (next.current === null) return;
    root.current?.querySelector<HTMLElement>(next.current)?.focus();
    next.current = null;
  });
  const change = (make: (items: readonly unknown[]) => readonly unknown[], focus: string) => {
    if (write(path, make(listOf(readAt(path)))) !== null) return;
    forgetBelow(inspector, keyOf(owner.key, path));
    next.current = focus;
  };
  const open = (index: number) => setOpened(inspector, [keyOf(owner.key, below(path, index))], true);
  return {
    root,
    add: () => {
      const items = listOf(readAt(path));
      const added = blankItem(field.item, items, seedsOf(editor.getState().flow));
      if (write(path, [...items, added]) !== null) return;
      open(items.length);
      next.current = entrySelector(below(path, items.length), 'textarea, input, select');
    },
    move: (from: number, to: number) =>
      change(
        (items) => moved(items, from, to),
        entrySelector(below(path, to), `[data-act=${to < from ? 'up' : 'down'}]`),
      ),
    duplicate: (index: number) =>
      change(
        (items) => items.toSpliced(index + 1, 0, withFreeId(items[index], items)),
        entrySelector(below(path, index + 1), '[data-act=toggle]'),
      ),
    remove: (index: number) =>
      change(
        (items) => items.toSpliced(index, 1),
        entrySelector(below(path, Math.max(0, index - 1)), '[data-act=toggle]'),
      ),
  };
}

function moved(items: readonly unknown[], from: number, to: number): readonly unknown[] {
  return items.toSpliced(from, 1).toSpliced(to, 0, items[from]);
}

function entrySelector(path: string, inside: string): string {
  const entry = `[data-entry="${path}"]`;
  return inside
    .split(', ')
    .map((one) => `${entry} ${one}`)
    .join(', ');
}
