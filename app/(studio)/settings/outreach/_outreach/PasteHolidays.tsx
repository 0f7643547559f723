import { type ReactElement, useId, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import type { Holiday } from './outreach-types';
import { parseHolidays } from './parse-holidays';

const texts = words.outreach;

/** A list from elsewhere: what was read of it is said before it is added. */
export function PasteHolidays({ onAdd }: { readonly onAdd: (days: readonly Holiday[]) => void }): ReactElement {
  const id = useId();
  const [text, setText] = useState('');
  const { days, unread } = parseHolidays(text, texts.unnamedHoliday);
  const take = (): void => {
    onAdd(days);
    // What could not be read stays, to be mended.
    setText(unread.join('\n'));
  };
  return (
    <div className="flex flex-col gap-2 rounded-xl bg-sunken p-4">
      <label htmlFor={id} className="text-xs font-medium text-ink-soft">
        {texts.pasteLabel}
      </label>
      <textarea
        id={id}
        value={text}
        rows={5}
        placeholder={texts.pastePlaceholder}
        onChange={(event) => setText(event.target.value)}
        className="w-full rounded-lg border border-line bg-surface px-3 py-2 text-sm shadow-card placeholder:text-ink-faint max-md:text-base"
      />
      <p aria-live="polite" className="text-sm text-ink-soft">
        {text.trim() === '' ? null : texts.pasteFound(days.length)}
      </p>
      {unread.length === 0 ? null : (
        <p className="text-sm text-danger wrap-anywhere">{texts.pasteBad(unread.join('; '))}</p>
      )}
      <Button onClick={take} disabled={days.length === 0} className="self-start">
        {texts.pasteTake}
      </Button>
    </div>
  );
}
