'use client';

import { type ReactElement, useId, useSyncExternalStore } from 'react';
import { Button } from '@/app/_ui/Button';
import { Sheet } from '@/app/_ui/Sheet';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { languageName } from '../../../_language/language-name';
import type { Answer } from './answer-types';
import { type AnswerValues, answerLanguages, isWritten, valuesOf } from './answer-values';
import { draftsStore } from './drafts-store';
import { Removing } from './Removing';
import { useSaving } from './use-saving';

const texts = words.inboxAnswers;
const LONGEST_TEXT = 4096; // text.body, Cloud API reference
const LONGEST_SHORTCUT = 40;
const LONGEST_TITLE = 80;

type Props = { readonly answer: Answer | null; readonly onClose: () => void };

/** One answer in all its languages; what was typed outlives the sheet until it is saved. */
export function AnswerSheet({ answer, onClose }: Props): ReactElement {
  const draftId = answer?.id ?? 'new';
  const drafts = useSyncExternalStore(draftsStore.subscribe, draftsStore.read, draftsStore.readOnServer);
  const values = drafts[draftId] ?? valuesOf(answer);
  const saving = useSaving(answer?.id ?? null, onClose);
  const change = (part: Partial<AnswerValues>): void => draftsStore.keep(draftId, { ...values, ...part });
  return (
    <Sheet
      title={answer ? texts.changeTitle : texts.newTitle}
      description={texts.kept}
      closeLabel={words.close}
      size="wide"
      isOpen
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          saving.save(values);
        }}
        className="flex flex-col gap-4 pt-2"
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={texts.shortcut}
            value={values.shortcut}
            maxLength={LONGEST_SHORTCUT}
            required
            onChange={({ target }) => change({ shortcut: target.value })}
          />
          <TextField
            label={texts.answerTitle}
            value={values.title}
            maxLength={LONGEST_TITLE}
            required
            onChange={({ target }) => change({ title: target.value })}
          />
        </div>
        <p className="text-xs text-ink-faint">
          {texts.shortcutHint} {texts.gaps}
        </p>
        {answerLanguages.map((language) => (
          <LanguageText
            key={language}
            language={language}
            value={values.texts[language] ?? ''}
            onChange={(text) => change({ texts: { ...values.texts, [language]: text } })}
          />
        ))}
        <p className="text-xs text-ink-faint">{texts.fallback}</p>
        {saving.problem === null ? null : (
          <p role="alert" className="text-sm text-danger wrap-anywhere">
            {texts.notSaved} {saving.problem}
          </p>
        )}
        <div className="flex flex-wrap justify-end gap-2">
          {answer ? <Removing id={answer.id} onRemoved={onClose} /> : null}
          <Button type="submit" look="primary" isBusy={saving.isSaving} disabled={!isWritten(values)}>
            {texts.save}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

type TextProps = {
  readonly language: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
};

function LanguageText({ language, value, onChange }: TextProps): ReactElement {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-xs font-medium text-ink-soft">
        {texts.textIn(languageName(language))}
      </label>
      <textarea
        id={id}
        lang={language}
        value={value}
        rows={2}
        maxLength={LONGEST_TEXT}
        onChange={(event) => onChange(event.target.value)}
        className="field-sizing-content max-h-60 min-h-16 w-full rounded-lg border border-line bg-surface px-3 py-2 text-sm shadow-card hover:border-line-strong max-md:text-base"
      />
    </div>
  );
}
