import { Braces } from 'lucide-react';
import { memo, type ReactElement, useId, useRef } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import { entryOf } from '@/flows/edit/same-json';
import { setText } from '@/flows/edit/set-text';
import type { LanguageCode } from '@/flows/schema/language';
import { languageName as englishName } from '@/flows/schema/language-name';
import { textLimits } from '@/flows/schema/text-limits';
import { languageName } from '../../../../../_language/language-name';
import { useEditor, useEditorStore } from '../../editor-context';
import { useAt, useForm, useInspectorStore } from '../form/form-context';
import { IssueList } from '../form/IssueList';
import { useComposedText } from '../form/use-composed-text';
import { useIssues } from '../form/use-issues';
import { textOf } from '../form/value-at';
import { Counter } from './Counter';
import { fixedLength } from './fixed-length';
import { StatusBadge } from './StatusBadge';
import { useVariableMenu } from './use-variable-menu';
import { VariableMenu } from './VariableMenu';

type Props = { readonly path: string; readonly label: string; readonly language: LanguageCode };
const texts = words.editor.inspector.texts;

/** What the status and the counter say already. */
const saidElsewhere: ReadonlySet<string> = new Set(['translation.missing', 'translation.stale', 'translation.drafted']);

/** One language of a text: a plain text area, which every input method can write in. */
export const LanguageText = memo(function LanguageText({ path, label, language }: Props): ReactElement {
  const id = useId();
  const { owner } = useForm();
  const store = useInspectorStore();
  const stored = useAt(path, (value) => textOf(entryOf(value, language)));
  const use = useEditor(({ flow }) => owner.usesOf(flow).get(path) ?? 'internal');
  const text = useComposedText(stored, useWriteText(path, language));
  const area = useRef<HTMLTextAreaElement>(null);
  const menu = useVariableMenu(area, text);
  const limit = textLimits[use];
  const length = fixedLength(text.value);
  const isOver = limit !== null && length > limit;
  const issues = useIssues(path, language).filter(
    ({ code }) => !saidElsewhere.has(code) && !(isOver && code === 'message.too_long'),
  );
  return (
    <div className="flex min-w-0 flex-col gap-1" data-language={language}>
      <div className="flex min-h-6 flex-wrap items-center gap-x-2">
        <label htmlFor={id} className="text-xs font-medium text-ink-soft">
          <span className="sr-only">{label}, </span>
          <span lang={language}>{languageName(language)}</span>
          <span className="sr-only"> ({englishName(language)})</span>
        </label>
        <StatusBadge path={path} language={language} use={use} />
        <span className="grow" />
        <Counter id={`${id}-count`} length={length} hasPlaceholders={text.value.includes('{{')} use={use} />
        <IconButton
          icon={Braces}
          label={texts.insert(englishName(language))}
          onMouseDown={(event) => event.preventDefault()}
          onClick={menu.openAtCursor}
          className="size-6"
        />
      </div>
      <textarea
        {...text.handlers}
        {...menu.handlers}
        ref={area}
        id={id}
        lang={language}
        dir="auto"
        rows={1}
        value={text.value}
        onFocus={() => store.setState({ edited: { owner: owner.key, path, language } })}
        aria-describedby={limit === null ? undefined : `${id}-count`}
        aria-invalid={isOver || undefined}
        className={classNames(
          'field-sizing-content max-h-96 min-h-10 w-full resize-y rounded-lg border bg-surface px-3 py-2 text-sm shadow-card max-md:text-base',
          isOver ? 'border-danger' : 'border-line hover:border-line-strong',
        )}
      />
      <VariableMenu menu={menu} />
      <IssueList issues={issues} />
    </div>
  );
});

function useWriteText(path: string, language: LanguageCode): (text: string) => void {
  const store = useEditorStore();
  const { key, name, place } = useForm().owner;
  return (text) => {
    if (place === null) return;
    store
      .getState()
      .edit(
        words.editor.inspector.edits.text(englishName(language), name),
        (flow) => setText(flow, { ...place, path, language }, text),
        { merge: `text:${key}:${path}:${language}` },
      );
  };
}
