import { type ComponentProps, type KeyboardEvent, type ReactElement, useId } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import { FieldProblem } from './FieldProblem';
import type { ComposedText } from './use-composed-text';

type Props = {
  readonly label: string;
  /** On several lines. */
  readonly isLong: boolean;
  readonly typed: Pick<ComposedText, 'value'> & {
    readonly handlers: Partial<ComposedText['handlers']>;
    readonly problem: string | null;
  };
  readonly inputMode?: ComponentProps<'input'>['inputMode'];
  /** The field is left, or Enter is pressed. */
  readonly onLeave?: () => void;
  readonly isMono?: boolean;
};

/** A line of text with its label; what can't be taken stays in it, with the reason. */
export function LineInput({ label, isLong, typed, inputMode, onLeave, isMono = false }: Props): ReactElement {
  const id = useId();
  const { value, problem, handlers } = typed;
  const shared = {
    ...handlers,
    id,
    value,
    onBlur: onLeave,
    'aria-invalid': problem !== null || undefined,
    'aria-describedby': problem === null ? undefined : `${id}-problem`,
    className: classNames(
      'min-h-9 w-full rounded-lg border bg-surface px-3 py-1 text-sm shadow-card max-md:text-base',
      isMono && 'font-mono',
      problem === null ? 'border-line hover:border-line-strong' : 'border-danger',
    ),
  };
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-xs font-medium text-ink-soft">
        {label}
      </label>
      {isLong ? (
        <textarea {...shared} rows={2} className={classNames(shared.className, 'field-sizing-content max-h-96')} />
      ) : (
        <input {...shared} inputMode={inputMode} onKeyDown={(event) => leaveOnEnter(event, onLeave)} />
      )}
      <FieldProblem
        id={`${id}-problem`}
        text={problem === null ? null : `${words.editor.inspector.form.notTaken} ${problem}`}
      />
    </div>
  );
}

function leaveOnEnter(event: KeyboardEvent, leave: (() => void) | undefined): void {
  if (event.key === 'Enter' && !event.nativeEvent.isComposing) leave?.();
}
