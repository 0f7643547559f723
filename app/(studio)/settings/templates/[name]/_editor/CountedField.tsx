import { type ReactElement, useId } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import type { TemplateIssue } from '@/flows/templates/template-issue';
import { IssuesOf } from './IssuesOf';

type Props = {
  readonly label: string;
  readonly language: string;
  readonly rows: number;
  readonly value: string;
  /** How long it is for WhatsApp, and the most that it takes. */
  readonly length: number;
  readonly limit: number;
  readonly hint?: string;
  readonly issues: readonly TemplateIssue[];
  readonly onChange: (value: string) => void;
};

/** A text with its length, as WhatsApp counts, and what is wrong with it. One row takes no line breaks. */
export function CountedField(props: Props): ReactElement {
  const { label, language, rows, value, length, limit, hint, issues, onChange } = props;
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex items-baseline gap-2">
        <label htmlFor={id} className="grow text-xs font-medium text-ink-soft">
          {label}
        </label>
        <span
          aria-hidden
          className={classNames('text-xs tabular-nums', length > limit ? 'text-danger' : 'text-ink-faint')}
        >
          {words.templates.characters(length, limit)}
        </span>
        <span id={`${id}-count`} className="sr-only">
          {words.templates.charactersLabel(length, limit)}
        </span>
      </div>
      <textarea
        id={id}
        lang={language}
        dir="auto"
        rows={rows}
        value={value}
        onChange={(event) => onChange(rows === 1 ? event.target.value.replaceAll('\n', ' ') : event.target.value)}
        aria-describedby={`${id}-count ${id}-hint ${id}-issues`}
        aria-invalid={issues.some(({ severity }) => severity === 'error') || undefined}
        className="field-sizing-content min-h-10 w-full resize-y rounded-lg border border-line bg-surface px-3 py-2 text-sm shadow-card hover:border-line-strong aria-invalid:border-danger max-md:text-base"
      />
      {hint ? (
        <p id={`${id}-hint`} className="text-xs text-ink-soft">
          {hint}
        </p>
      ) : null}
      <IssuesOf id={`${id}-issues`} issues={issues} />
    </div>
  );
}
