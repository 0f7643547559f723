'use client';

import { type ReactElement, type RefObject, useEffect } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { isSendKey } from '../../_phone/is-send-key';
import { type Tab, useActs } from '../_acts/acts-store';

const LONGEST_TEXT = 4096; // text.body, Cloud API reference

type Props = {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly tab: Tab;
  readonly label: string;
  readonly value: string;
  readonly language: string;
  readonly onChange: (text: string) => void;
  readonly onSend: () => void;
};

/** Enter sends, Shift+Enter begins a line, and a word being composed is never cut off. Keys and acts may put the cursor here. */
export function WritingField({ field, tab, label, value, language, onChange, onSend }: Props): ReactElement {
  const isWanted = useActs((acts) => acts.tab === tab && acts.isFieldWanted);
  useEffect(() => {
    if (!isWanted) return;
    field.current?.focus();
    useActs.getState().arrive();
  }, [isWanted, field]);
  return (
    <textarea
      ref={field}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') return event.currentTarget.blur();
        if (!isSendKey(event.nativeEvent)) return;
        event.preventDefault();
        onSend();
      }}
      maxLength={LONGEST_TEXT}
      rows={2}
      lang={language}
      aria-label={label}
      placeholder={label}
      className={classNames(
        'field-sizing-content max-h-40 min-h-16 w-full resize-none rounded-xl border px-3 py-2 text-sm placeholder:text-ink-faint max-md:text-base',
        tab === 'note'
          ? 'border-mark bg-mark-soft text-mark-ink'
          : 'border-line bg-paper text-ink hover:border-line-strong',
      )}
    />
  );
}
