import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { words } from '@/app/_words/en';
import { confirmTranslation } from '@/flows/edit/confirm-translation';
import type { LanguageCode } from '@/flows/schema/language';
import { languageName } from '@/flows/schema/language-name';
import type { TextUse } from '@/flows/schema/message-template';
import { useEditor, useEditorStore } from '../../editor-context';
import { useForm } from '../form/form-context';
import { entriesOf, textOf, valueAt } from '../form/value-at';
import { textKeyOf } from '../owners/owner';
import { type TextStatus, textStatus } from './text-status';

type Props = { readonly path: string; readonly language: LanguageCode; readonly use: TextUse };
const { texts, edits } = words.editor.inspector;

/** Whether a translation is there and up to date; one that is not can be confirmed as it stands. */
export function StatusBadge({ path, language, use }: Props): ReactElement | null {
  const status = useStatus({ path, language, use });
  const confirm = useConfirm(path, language);
  if (status === 'fits') return null;
  return (
    <>
      <Badge tone={status === 'drafted' ? 'accent' : 'mark'}>{texts[status]}</Badge>
      {status === 'missing' ? null : (
        <button
          type="button"
          aria-label={texts.confirmLabel(languageName(language))}
          onClick={confirm}
          className="rounded px-1 text-xs font-medium text-accent underline underline-offset-2 hover:bg-accent-soft"
        >
          {texts.confirm}
        </button>
      )}
    </>
  );
}

function useStatus({ path, language, use }: Props): TextStatus {
  const { owner } = useForm();
  return useEditor(({ flow }) => {
    if (owner.place === null) return 'fits';
    const text = Object.fromEntries(
      entriesOf(valueAt(owner.rootOf(flow), path)).map(([code, written]) => [code, textOf(written)]),
    );
    return textStatus(flow, { key: textKeyOf(owner.place, path), path, use, text, language });
  });
}

function useConfirm(path: string, language: LanguageCode): () => void {
  const store = useEditorStore();
  const { place, name } = useForm().owner;
  return () => {
    if (place === null) return;
    const label = edits.confirm(languageName(language), name);
    store.getState().edit(label, (flow) => confirmTranslation(flow, { ...place, path, language }));
  };
}
