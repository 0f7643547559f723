'use client';

import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, type ReactElement, useId, useRef, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { listAct } from '@/app/_ui/list-act';
import { matchOptions, type Option } from '@/app/_ui/match-options';
import { OptionList } from '@/app/_ui/OptionList';
import { usePopoverBelow } from '@/app/_ui/use-popover-below';
import { words } from '@/app/_words/en';
import { useTRPC } from '../../../_trpc/trpc';
import { insertMention, mentionAt, mentionsIn } from './mention';

const texts = words.leadPage.notes;
const LONGEST_NOTE = 4_000;
const MOST_PEOPLE = 8;

export type NoteText = Readonly<{ body: string; mentions: string[] }>;

type Props = {
  readonly act: string;
  readonly initial?: string;
  readonly isBusy: boolean;
  readonly onSave: (text: NoteText, onSaved: () => void) => void;
  readonly onCancel?: () => void;
};

/** Writes a note; "@" offers the people who can be mentioned. What is not saved stays. */
export function NoteForm({ act, initial = '', isBusy, onSave, onCancel }: Props): ReactElement {
  const id = useId();
  const { area, text, setText, people, menu, keys } = useNoteText(initial);
  const floating = usePopoverBelow<HTMLDivElement>(area, menu !== null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '') onSave({ body: text.trim(), mentions: mentionsIn(text, people) }, () => setText(''));
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-1.5">
      <label htmlFor={id} className="sr-only">
        {texts.add}
      </label>
      <textarea
        ref={area}
        id={id}
        value={text}
        rows={2}
        maxLength={LONGEST_NOTE}
        placeholder={texts.hint}
        aria-autocomplete="list"
        aria-controls={menu ? `${id}-people` : undefined}
        aria-activedescendant={menu ? `${id}-people-${menu.active}` : undefined}
        {...keys}
        className="w-full rounded-lg border border-line bg-surface px-3 py-2 text-sm shadow-card placeholder:text-ink-faint hover:border-line-strong max-md:text-base"
      />
      {menu ? (
        <OptionList
          id={`${id}-people`}
          label={texts.mention}
          options={menu.matches}
          active={menu.active}
          chosen={null}
          noMatch={texts.nobody}
          floating={floating}
          onChoose={menu.choose}
        />
      ) : null}
      <div className="flex justify-end gap-2">
        {onCancel ? (
          <Button look="bare" onClick={onCancel}>
            {texts.cancel}
          </Button>
        ) : null}
        <Button type="submit" isBusy={isBusy} disabled={text.trim() === ''}>
          {act}
        </Button>
      </div>
    </form>
  );
}

/** A text with the menu of people that an "@" in it opens. */
function useNoteText(initial: string) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(initial);
  const [begun, setBegun] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const officers = useQuery(useTRPC().leads.choices.queryOptions()).data?.officers ?? [];
  const people = officers.map(({ id, name }): Option<string> => ({ value: id, label: name }));
  const matches = begun === null ? [] : matchOptions(people, begun, MOST_PEOPLE);
  const choose = ({ label }: Option<string>): void => {
    const next = insertMention(text, area.current?.selectionStart ?? text.length, label);
    setText(next.text);
    setBegun(null);
    requestAnimationFrame(() => area.current?.setSelectionRange(next.cursor, next.cursor));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (matches.length === 0 || event.nativeEvent.isComposing) return;
    const does = listAct(event.key, { isOpen: true, active, count: matches.length });
    if (does === null) return;
    event.preventDefault();
    const option = matches[active];
    if (does.type === 'move') setActive(does.to);
    if (does.type === 'close') setBegun(null);
    if (does.type === 'choose' && option) choose(option);
  };
  const keys = {
    onKeyDown,
    onBlur: () => setBegun(null),
    onChange: ({ target }: { readonly target: HTMLTextAreaElement }): void => {
      setText(target.value);
      setBegun(mentionAt(target.value, target.selectionStart));
      setActive(0);
    },
  };
  return { area, text, setText, people, keys, menu: matches.length === 0 ? null : { matches, active, choose } };
}
