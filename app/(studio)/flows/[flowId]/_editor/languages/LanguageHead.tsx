'use client';

import { Sparkles } from 'lucide-react';
import Link from 'next/link';
import { memo, type ReactElement } from 'react';
import { Button, buttonClass } from '@/app/_ui/Button';
import { Meter } from '@/app/_ui/Meter';
import { words } from '@/app/_words/en';
import type { TranslationRow } from '@/flows/edit/translations';
import type { LanguageCode } from '@/flows/schema/language';
import { languageName } from '../../../../_language/language-name';
import { useEditor, useEditorStore } from '../editor-context';
import type { LanguageCounts } from './language-counts';
import { confirmDrafts } from './text-acts';
import type { Drafting } from './use-drafting';

const texts = words.editor.languages;
const small = 'min-h-7 px-2 text-xs';

type Props = {
  readonly language: LanguageCode;
  readonly counts: LanguageCounts | undefined;
  /** The texts in view: what is confirmed together. */
  readonly rows: readonly TranslationRow[];
  readonly drafting: Drafting;
};

/** How far a language is, and what brings it further. */
export const LanguageHead = memo(function LanguageHead({ language, counts, rows, drafting }: Props): ReactElement {
  const base = useEditor((state) => state.flow.defaultLanguage);
  const name = languageName(language);
  if (language === base || counts === undefined) {
    return (
      <div className="text-sm">
        <span lang={language} className="font-semibold">
          {name}
        </span>
        <span className="block text-xs text-ink-faint">{texts.base}</span>
      </div>
    );
  }
  const { share, missing, stale, drafted } = counts;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <span lang={language} className="text-sm leading-5 font-semibold">
        {name}
      </span>
      {/* Rounded down, so that 100% means all. */}
      <Meter label={texts.left(missing, stale, drafted)} share={share} value={texts.share(Math.floor(share * 100))} />
      <div className="flex flex-wrap gap-1.5 empty:hidden">
        <DraftAct language={language} missing={missing} drafting={drafting} />
        <ConfirmAct language={language} rows={rows} />
      </div>
    </div>
  );
});

type DraftProps = { readonly language: LanguageCode; readonly missing: number; readonly drafting: Drafting };

function DraftAct({ language, missing, drafting }: DraftProps): ReactElement | null {
  const hasModel = useEditor((state) => state.hasModel);
  if (missing === 0) return null;
  if (!hasModel) {
    return (
      <Link href="/settings" className={buttonClass('bare', small)}>
        {texts.draft.addModel(missing)}
      </Link>
    );
  }
  const state = drafting.states.get(language)?.type;
  return (
    <Button
      className={small}
      isBusy={state === 'saving' || state === 'drafting'}
      onClick={() => drafting.start(language, missing)}
    >
      <Sparkles aria-hidden className="size-3.5" />
      {texts.draft.start(missing)}
    </Button>
  );
}

function ConfirmAct({ language, rows }: Pick<Props, 'language' | 'rows'>): ReactElement | null {
  const store = useEditorStore();
  const drafted = rows.filter((row) => row.texts[language]?.status === 'drafted');
  if (drafted.length === 0) return null;
  return (
    <Button className={small} onClick={() => confirmDrafts(store, drafted, language)}>
      {texts.confirmShown(drafted.length)}
    </Button>
  );
}
