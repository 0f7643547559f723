import type { ReactElement } from 'react';
import { Toggle } from '@/app/_ui/Toggle';
import { words } from '@/app/_words/en';
import { languageName } from './language-name';

type Props = {
  readonly label: string;
  readonly languages: readonly string[];
  readonly onChange: (languages: readonly string[]) => void;
};

/** Some of the languages; one that the studio doesn't know stays among them until it is taken out. */
export function LanguageToggles({ label, languages, onChange }: Props): ReactElement {
  const all = [...new Set([...Object.keys(words.languages), ...languages])];
  const change = (code: string, isOn: boolean): void =>
    onChange(isOn ? [...languages, code] : languages.filter((other) => other !== code));
  return (
    <fieldset>
      <legend className="mb-1 text-xs font-medium text-ink-soft">{label}</legend>
      <div className="flex flex-wrap gap-1.5">
        {all.map((code) => (
          <Toggle key={code} isOn={languages.includes(code)} onChange={(isOn) => change(code, isOn)}>
            <span lang={code}>{languageName(code)}</span>
          </Toggle>
        ))}
      </div>
    </fieldset>
  );
}
