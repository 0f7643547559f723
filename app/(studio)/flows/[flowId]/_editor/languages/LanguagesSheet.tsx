'use client';

import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Select } from '@/app/_ui/Select';
import { Sheet } from '@/app/_ui/Sheet';
import { words } from '@/app/_words/en';
import { addLanguage } from '@/flows/edit/flow-languages';
import type { TranslationRow } from '@/flows/edit/translations';
import { languageName as englishName } from '@/flows/schema/language-name';
import { languages as packs } from '@/prompts/load-languages';
import { languageName } from '../../../../_language/language-name';
import { useEditor, useEditorStore } from '../editor-context';
import { LanguageEntry } from './LanguageEntry';
import type { LanguageCounts } from './language-counts';
import type { Drafting } from './use-drafting';

const texts = words.editor.languages.columns;

type Props = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly rows: readonly TranslationRow[];
  readonly counts: ReadonlyMap<string, LanguageCounts>;
  readonly hidden: ReadonlySet<string>;
  readonly onHide: (hidden: ReadonlySet<string>) => void;
  readonly drafting: Drafting;
};

/** The languages of the flow: which are shown, how far each is, and the ways to add one or remove one. */
export function LanguagesSheet(props: Props): ReactElement {
  const { isOpen, onClose, rows, counts, hidden, onHide, drafting } = props;
  const languages = useEditor((state) => state.flow.languages);
  const toggle = (language: string): void => {
    const others = [...hidden].filter((other) => other !== language);
    onHide(new Set(hidden.has(language) ? others : [...others, language]));
  };
  return (
    <Sheet title={texts.title} closeLabel={texts.close} isOpen={isOpen} onClose={onClose}>
      <ul className="hairlines">
        {languages.map((language) => (
          <LanguageEntry
            key={language}
            language={language}
            rows={rows}
            counts={counts}
            drafting={drafting}
            isShown={!hidden.has(language)}
            onToggle={() => toggle(language)}
          />
        ))}
      </ul>
      <AddLanguage />
    </Sheet>
  );
}

function AddLanguage(): ReactElement {
  const { edit } = useEditorStore().getState();
  const spoken = useEditor((state) => state.flow.languages);
  const [chosen, setChosen] = useState<string | null>(null);
  // Others could not be published: amounts, dates and labels would have no words.
  const others = Object.keys(packs).filter((code) => !spoken.includes(code));
  const language = others.find((code) => code === chosen) ?? others[0];
  if (language === undefined) return <p className="border-t border-line pt-3 text-xs text-ink-faint">{texts.noMore}</p>;
  return (
    <div className="flex items-end gap-2 border-t border-line pt-3">
      <Select
        label={texts.add}
        value={language}
        options={others.map((code) => ({ value: code, label: languageName(code) }))}
        onChange={setChosen}
        className="flex-1"
      />
      <Button
        onClick={() =>
          edit(words.editor.languages.edits.add(englishName(language)), (flow) => addLanguage(flow, language))
        }
      >
        {texts.addAct}
      </Button>
    </div>
  );
}
