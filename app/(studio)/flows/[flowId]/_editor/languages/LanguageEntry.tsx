'use client';

import { Trash2 } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import { removeLanguage } from '@/flows/edit/flow-languages';
import type { TranslationRow } from '@/flows/edit/translations';
import type { LanguageCode } from '@/flows/schema/language';
import { languageName as englishName } from '@/flows/schema/language-name';
import { useEditor, useEditorStore } from '../editor-context';
import { LanguageHead } from './LanguageHead';
import type { LanguageCounts } from './language-counts';
import type { Drafting } from './use-drafting';

const texts = words.editor.languages.columns;

type Props = {
  readonly language: LanguageCode;
  readonly rows: readonly TranslationRow[];
  readonly counts: ReadonlyMap<string, LanguageCounts>;
  readonly drafting: Drafting;
  readonly isShown: boolean;
  readonly onToggle: () => void;
};

/** One language of the flow, with what can be done about it as a whole. */
export function LanguageEntry({ language, rows, counts, drafting, isShown, onToggle }: Props): ReactElement {
  const base = useEditor((state) => state.flow.defaultLanguage);
  const [isAsking, setIsAsking] = useState(false);
  return (
    <li className="flex flex-col gap-2 py-3">
      <div className="flex items-start gap-3">
        <input
          type="checkbox"
          aria-label={texts.show(englishName(language))}
          checked={isShown || language === base}
          disabled={language === base}
          onChange={onToggle}
          className="mt-1 size-4 shrink-0 accent-accent"
        />
        <div className="min-w-0 flex-1">
          <LanguageHead language={language} counts={counts.get(language)} rows={rows} drafting={drafting} />
        </div>
        {language === base ? null : (
          <IconButton
            icon={Trash2}
            label={texts.remove(englishName(language))}
            onClick={() => setIsAsking(true)}
            className="size-7"
          />
        )}
      </div>
      {isAsking ? <Asked language={language} rows={rows} onDone={() => setIsAsking(false)} /> : null}
    </li>
  );
}

type AskedProps = Pick<Props, 'language' | 'rows'> & { readonly onDone: () => void };

function Asked({ language, rows, onDone }: AskedProps): ReactElement {
  const { edit } = useEditorStore().getState();
  const name = englishName(language);
  const count = rows.filter(({ texts: written }) => (written[language]?.text ?? '') !== '').length;
  return (
    <div role="alert" className="flex flex-col gap-2 rounded-xl bg-danger-soft px-3 py-2 text-sm">
      <p>{texts.removeBody(name, count)}</p>
      <div className="flex justify-end gap-2">
        <Button look="bare" onClick={onDone}>
          {texts.keep}
        </Button>
        <Button
          onClick={() => {
            onDone();
            edit(words.editor.languages.edits.remove(name), (flow) => removeLanguage(flow, language, 'remove'));
          }}
        >
          {texts.really}
        </Button>
      </div>
    </div>
  );
}
