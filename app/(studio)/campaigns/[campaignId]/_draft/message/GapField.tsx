import { Braces } from 'lucide-react';
import { type ReactElement, useRef, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { compileTemplate } from '@/flows/expressions/template';
import type { LocalizedText } from '@/flows/schema/language';
import { languageName } from '../../../../_language/language-name';
import { inAll } from './edit-variants';
import { insertAt } from './field-text';
import { InsertField } from './InsertField';
import type { FieldOption } from './use-fields';

const texts = words.campaigns.draft.message;

type Props = {
  readonly label: string;
  readonly value: LocalizedText;
  /** Those of the template. */
  readonly languages: readonly string[];
  readonly fields: readonly FieldOption[];
  readonly onChange: (value: LocalizedText) => void;
};

/** What is put into one gap: the same in every language, until it is worded for each. */
export function GapField({ label, value, languages, fields, onChange }: Props): ReactElement {
  const said = languages.map((language) => value[language] ?? '');
  const [isSplit, setIsSplit] = useState(new Set(said).size > 1);
  if (!isSplit) {
    return (
      <div className="flex flex-col items-start gap-1">
        <OneText
          label={label}
          value={said[0] ?? ''}
          fields={fields}
          onChange={(text) => onChange(inAll(languages, text))}
        />
        {languages.length > 1 ? (
          <button type="button" onClick={() => setIsSplit(true)} className="text-xs text-accent hover:underline">
            {texts.splitLanguages}
            <span className="sr-only"> ({label})</span>
          </button>
        ) : null}
      </div>
    );
  }
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="text-xs font-medium text-ink-soft">{label}</legend>
      {languages.map((language) => (
        <OneText
          key={language}
          label={languageName(language)}
          language={language}
          value={value[language] ?? ''}
          fields={fields}
          onChange={(text) => onChange({ ...value, [language]: text })}
        />
      ))}
    </fieldset>
  );
}

type TextProps = {
  readonly label: string;
  readonly language?: string;
  readonly value: string;
  readonly fields: readonly FieldOption[];
  readonly onChange: (text: string) => void;
};

function OneText({ label, language, value, fields, onChange }: TextProps): ReactElement {
  const cursor = useRef(value.length);
  const [isPicking, setIsPicking] = useState(false);
  const [mistake] = compileTemplate(value).errors;
  const insert = (piece: string): void => {
    const { text, cursor: after } = insertAt(value, cursor.current, piece);
    cursor.current = after;
    onChange(text);
    setIsPicking(false);
  };
  return (
    <div className="w-full min-w-0">
      <div className="flex items-end gap-2">
        <TextField
          label={label}
          value={value}
          lang={language}
          autoComplete="off"
          spellCheck={false}
          className="flex-1"
          onSelect={(event) => {
            cursor.current = event.currentTarget.selectionStart ?? value.length;
          }}
          onChange={(event) => onChange(event.target.value)}
        />
        <Button onClick={() => setIsPicking(true)} aria-label={texts.insertInto(label)}>
          <Braces aria-hidden className="size-4" />
          {texts.insert}
        </Button>
      </div>
      {mistake ? <p className="mt-1 text-xs text-danger">{mistake.message}</p> : null}
      <InsertField fields={fields} isOpen={isPicking} onInsert={insert} onClose={() => setIsPicking(false)} />
    </div>
  );
}
