import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { listAct } from '@/app/_ui/list-act';
import { matchOptions, type Option } from '@/app/_ui/match-options';
import { useEditor } from '../../editor-context';
import type { ComposedText } from '../form/use-composed-text';
import { completeQuery, type Insertion, insertPlaceholder, type MenuQuery, menuQuery } from './menu-query';
import { formatOptions, variableOptions } from './variable-options';

/** `typed`: opened by `{{`, and what is written in it is searched; `asked`: opened by the button, at the cursor. */
type Opened = Readonly<{ by: 'typed'; query: MenuQuery; caret: number }> | Readonly<{ by: 'asked'; caret: number }>;

export type OpenVariableMenu = ReturnType<typeof useVariableMenu>;

const MOST_SHOWN = 40;

/** The menu of variables of a text area: opened by `{{` or by its button, and worked by the keys of the text area. */
export function useVariableMenu(area: RefObject<HTMLTextAreaElement | null>, text: ComposedText) {
  const id = useId();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [wanted, setWanted] = useState(0);
  const matches = useMatches(opened);
  const active = Math.max(0, Math.min(wanted, matches.length - 1));
  const close = () => setOpened(null);
  const show = (next: Opened | null) => {
    setOpened(next);
    setWanted(0);
  };
  const look = () => {
    const caret = area.current?.selectionStart ?? 0;
    const query = area.current ? menuQuery(area.current.value, caret) : null;
    if (opened?.by === 'asked' && opened.caret === caret) return;
    show(query ? { by: 'typed', query, caret } : null);
  };
  const put = ({ text: changed, caret }: Insertion) => {
    text.type(changed);
    close();
    // The cursor can be put only once the text area has the new text.
    requestAnimationFrame(() => area.current?.setSelectionRange(caret, caret));
  };
  const choose = (option: Option<string> | undefined) => {
    if (!opened || !option) return close();
    if (opened.by === 'asked') return put(insertPlaceholder(text.value, opened.caret, option.value));
    put(completeQuery(text.value, opened.caret, opened.query, option.value));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!opened || event.nativeEvent.isComposing || text.isComposing) return;
    const act = listAct(event.key, { isOpen: true, active, count: matches.length });
    if (act === null) return;
    if (act.type === 'choose' && matches.length === 0) return close();
    event.preventDefault();
    event.stopPropagation();
    if (act.type === 'move') setWanted(act.to);
    if (act.type === 'choose') choose(matches[active]);
    if (act.type === 'close') close();
  };
  return {
    id,
    area,
    isOpen: opened !== null,
    matches,
    active,
    choose,
    openAtCursor: () => {
      area.current?.focus();
      show({ by: 'asked', caret: area.current?.selectionStart ?? text.value.length });
    },
    handlers: {
      onKeyDown,
      onSelect: () => (text.isComposing ? undefined : look()),
      onBlur: close,
      'aria-autocomplete': 'list' as const,
      ...(opened ? openAttributes(id, matches.length > 0 ? `${id}-${active}` : undefined) : {}),
    },
  };
}

function useMatches(opened: Opened | null): readonly Option<string>[] {
  const variables = useEditor(({ flow }) => flow.variables);
  if (opened === null) return [];
  if (opened.by === 'asked') return matchOptions(variableOptions(variables), '', MOST_SHOWN);
  const { kind, search } = opened.query;
  return matchOptions(kind === 'name' ? variableOptions(variables) : formatOptions, search, MOST_SHOWN);
}

/** While its menu is open the text area is a combobox: screen readers then tell the menu and its active option. */
function openAttributes(id: string, active: string | undefined) {
  return { role: 'combobox', 'aria-expanded': true, 'aria-controls': id, 'aria-activedescendant': active } as const;
}
