import { type ReactElement, useId } from 'react';
import { words } from '@/app/_words/en';
import { languageName } from '../../../../../_language/language-name';
import type { SaidText } from '../said-texts';

const texts = words.editor.try;

type Props = {
  readonly text: SaidText;
  readonly value: string;
  /** Where the cursor goes when the edit begins. */
  readonly isFirst: boolean;
  readonly onChange: (value: string) => void;
};

/** One text of a message, as its author wrote it; beside an empty translation stands the original. */
export function EditedText({ text, value, isFirst, onChange }: Props): ReactElement {
  const id = useId();
  const { language } = text.target;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-xs font-medium text-chat-meta">
        {texts.uses[text.use]} · <span lang={language}>{languageName(language)}</span>
      </label>
      <textarea
        // biome-ignore lint/a11y/noAutofocus: it stands where the message was that one asked to change.
        autoFocus={isFirst}
        id={id}
        lang={language}
        dir="auto"
        rows={1}
        value={value}
        placeholder={text.original ?? undefined}
        onChange={(event) => onChange(event.target.value)}
        className="field-sizing-content max-h-60 w-full resize-none rounded-md border border-line bg-surface px-2 py-1.5 text-sm text-ink placeholder:text-ink-faint max-md:text-base"
      />
    </div>
  );
}
