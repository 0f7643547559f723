'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import type { KeyboardEvent, ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { IconButton } from '@/app/_ui/IconButton';
import { TextField } from '@/app/_ui/TextField';
import { Toggle } from '@/app/_ui/Toggle';
import { words } from '@/app/_words/en';
import { languageName } from '../../../../_language/language-name';
import { useEditor } from '../editor-context';
import type { SearchForm } from './use-search';

const texts = words.editor.search;

type Props = {
  readonly form: SearchForm;
  readonly onChange: (part: Partial<SearchForm>) => void;
  readonly onMove: (step: 1 | -1) => void;
  /** Goes to the match that the keys have come to. */
  readonly onGoTo: () => void;
};

/** What to look for, by what to replace it, and how to compare. */
export function SearchFields({ form, onChange, onMove, onGoTo }: Props): ReactElement {
  const keys = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    if (step === null && event.key !== 'Enter') return;
    event.preventDefault();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onGoTo();
    else onMove(step ?? (event.shiftKey ? -1 : 1));
  };
  return (
    <div className="flex flex-col gap-2.5">
      <div className="flex items-end gap-2">
        <TextField
          label={texts.query}
          type="search"
          value={form.query}
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange({ query: event.target.value })}
          onKeyDown={keys}
          className="flex-1"
        />
        <IconButton icon={ArrowUp} label={texts.previous} onClick={() => onMove(-1)} />
        <IconButton icon={ArrowDown} label={texts.next} onClick={() => onMove(1)} />
        <Button aria-expanded={form.isReplacing} onClick={() => onChange({ isReplacing: !form.isReplacing })}>
          {form.isReplacing ? texts.hideReplace : texts.replace}
        </Button>
      </div>
      {form.isReplacing ? (
        <TextField
          label={texts.replacement}
          value={form.replacement}
          dir="auto"
          autoComplete="off"
          onChange={(event) => onChange({ replacement: event.target.value })}
        />
      ) : null}
      <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
        <fieldset className="flex flex-wrap gap-1.5">
          <legend className="sr-only">{texts.options}</legend>
          <Toggle isOn={form.isCaseSensitive} onChange={(isCaseSensitive) => onChange({ isCaseSensitive })}>
            {texts.matchCase}
          </Toggle>
          <Toggle isOn={form.isWholeWord} onChange={(isWholeWord) => onChange({ isWholeWord })}>
            {texts.wholeWord}
          </Toggle>
        </fieldset>
        <Languages chosen={form.languages} onChange={(languages) => onChange({ languages })} />
      </div>
      <p className="text-xs text-ink-faint">{texts.keys}</p>
    </div>
  );
}

type LanguagesProps = {
  readonly chosen: SearchForm['languages'];
  readonly onChange: (chosen: SearchForm['languages']) => void;
};

function Languages({ chosen, onChange }: LanguagesProps): ReactElement {
  const all = useEditor((state) => state.flow.languages);
  const toggle = (language: string): void => {
    const before = chosen ?? all;
    const after = before.includes(language) ? before.filter((other) => other !== language) : [...before, language];
    onChange(all.every((code) => after.includes(code)) ? null : after);
  };
  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className="sr-only">{texts.languages}</legend>
      {all.map((language) => (
        <Toggle key={language} isOn={(chosen ?? all).includes(language)} onChange={() => toggle(language)}>
          <span lang={language}>{languageName(language)}</span>
        </Toggle>
      ))}
    </fieldset>
  );
}
