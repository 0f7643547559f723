import { type RefObject, useEffect } from 'react';
import type { IssuePlace } from '@/flows/schema/flow-issue';
import { useEditor } from '../editor-context';
import { useInspectorStore } from './form/form-context';
import { keyOf, setOpened } from './inspector-store';

/** Puts the cursor where the editor was asked to show a place: into the named field and language, opening what hides it. */
export function useShowPlace(root: RefObject<HTMLElement | null>): void {
  const store = useInspectorStore();
  const focus = useEditor((state) => state.focus);
  useEffect(() => {
    if (focus === null || focus.times === store.getState().shownFocus) return;
    setOpened(store, keysAround(focus.place), true);
    // What is opened is drawn before the next frame; only then can the cursor be put into it.
    const frame = requestAnimationFrame(() => {
      store.setState({ shownFocus: focus.times });
      if (root.current) putCursor(root.current, focus.place);
    });
    return () => cancelAnimationFrame(frame);
  }, [focus, root, store]);
}

/** Every entry of a list or a record that a path leads through. */
function keysAround({ state, rule, path = '' }: IssuePlace): readonly string[] {
  const owner = rule === undefined ? `state:${state}` : `rule:${rule}`;
  return pathsAround(path).map((around) => keyOf(owner, around));
}

/** "a.0.b" gives "a.0.b", "a.0" and "a", the longest first. */
function pathsAround(path: string): readonly string[] {
  const keys = path.split('.');
  return keys.map((_key, index) => keys.slice(0, keys.length - index).join('.'));
}

function putCursor(root: HTMLElement, { path = '', language }: IssuePlace): void {
  const fields = [...root.querySelectorAll<HTMLElement>('[data-path]')];
  const field = pathsAround(path).flatMap((around) => fields.find(({ dataset }) => dataset.path === around) ?? [])[0];
  const place = field ?? fields[0];
  if (!place) return;
  const ofLanguage =
    language === undefined
      ? undefined
      : [...place.querySelectorAll<HTMLElement>('[data-language]')].find(
          ({ dataset }) => dataset.language === language,
        );
  const control = (ofLanguage ?? place).querySelector<HTMLElement>('textarea, input, select') ?? place;
  control.scrollIntoView({ block: 'center' });
  // What has opened over the editor meanwhile keeps the cursor.
  if (root.closest('[aria-hidden="true"]')) return;
  control.focus({ preventScroll: true });
  if (control instanceof HTMLTextAreaElement) control.setSelectionRange(control.value.length, control.value.length);
}
