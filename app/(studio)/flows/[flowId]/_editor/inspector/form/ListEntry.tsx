import { ArrowDown, ArrowUp, ChevronRight, Copy, Trash2 } from 'lucide-react';
import { memo, type ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import { useEditor } from '../../editor-context';
import { FieldIssues } from './FieldIssues';
import type { Field } from './field';
import { useAt, useForm } from './form-context';
import { hasTexts } from './has-texts';
import { IssuesBelow } from './IssuesBelow';
import { summaryOf } from './summary-of';
import type { ListActs } from './use-list-acts';
import { useOpened } from './use-opened';

type Props = {
  readonly item: Field;
  /** What one of the list is called. */
  readonly noun: string;
  readonly path: string;
  readonly index: number;
  readonly count: number;
  readonly acts: ListActs;
};
const { form } = words.editor.inspector;

/** One entry of a list: what it is in a line, and below it, when it is open, its fields. */
export const ListEntry = memo(function ListEntry({ item, noun, path, index, count, acts }: Props): ReactElement {
  const { draw } = useForm();
  const name = `${noun} ${index + 1}`;
  const { isOpen, toggle } = useOpened(path, index === 0 || !hasTexts(item));
  return (
    <div data-path={path} data-entry={path} className="min-w-0 rounded-xl border border-line">
      <div className="flex items-center gap-0.5 pr-1">
        <button
          type="button"
          data-act="toggle"
          aria-expanded={isOpen}
          onClick={toggle}
          className="flex min-h-9 min-w-0 grow items-center gap-1.5 rounded-xl px-2 text-left text-sm"
        >
          <ChevronRight
            aria-hidden
            className={classNames('size-4 shrink-0 text-ink-faint transition-transform', isOpen && 'rotate-90')}
          />
          <span className="shrink-0 font-medium">{capital(name)}</span>
          <Summary item={item} path={path} />
          {isOpen ? null : <IssuesBelow path={path} />}
        </button>
        <IconButton
          icon={ArrowUp}
          data-act="up"
          label={form.up(name)}
          disabled={index === 0}
          onClick={() => acts.move(index, index - 1)}
          className="size-7"
        />
        <IconButton
          icon={ArrowDown}
          data-act="down"
          label={form.down(name)}
          disabled={index === count - 1}
          onClick={() => acts.move(index, index + 1)}
          className="size-7"
        />
        <IconButton icon={Copy} label={form.duplicate(name)} onClick={() => acts.duplicate(index)} className="size-7" />
        <IconButton icon={Trash2} label={form.remove(name)} onClick={() => acts.remove(index)} className="size-7" />
      </div>
      {isOpen ? (
        <div className="flex flex-col gap-2 border-t border-line p-3">
          <FieldIssues path={path} />
          {draw(item, path, name)}
        </div>
      ) : null}
    </div>
  );
});

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function Summary({ item, path }: { readonly item: Field; readonly path: string }): ReactElement {
  const language = useEditor((state) => state.language);
  const summary = useAt(path, (value) => summaryOf(item, value, language));
  return (
    <span lang={language} className="min-w-0 truncate text-xs text-ink-soft">
      {summary}
    </span>
  );
}
