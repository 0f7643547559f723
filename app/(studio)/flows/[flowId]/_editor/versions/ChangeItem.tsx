import { Undo2 } from 'lucide-react';
import { type ReactElement, useEffect, useRef } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import { CodedText } from './CodedText';
import type { ComparedChange } from './comparison';
import { namePart } from './name-part';
import { TextDifference } from './TextDifference';

const texts = words.editor.versions;

type Props = {
  readonly change: ComparedChange;
  readonly isCurrent: boolean;
  readonly onSelect: (change: ComparedChange) => void;
  readonly onTakeBack: ((change: ComparedChange) => void) | null;
};

/** One difference: what it is, the words before and after, and the way back. */
export function ChangeItem({ change, isCurrent, onSelect, onTakeBack }: Props): ReactElement {
  const { message, text } = change;
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <li
      ref={item}
      aria-current={isCurrent ? 'true' : undefined}
      className={classNames(
        'flex items-start gap-1 border-l-2 border-transparent py-1.5 pr-1 pl-2.5',
        isCurrent && 'border-accent bg-accent-soft/40',
      )}
    >
      <div className="min-w-0 flex-1">
        <button
          type="button"
          onClick={() => onSelect(change)}
          className="rounded text-left text-xs text-ink-soft wrap-anywhere hover:text-ink"
        >
          <CodedText text={message} />
        </button>
        {text ? <TextDifference {...text} className="mt-0.5" /> : null}
      </div>
      {onTakeBack ? (
        <IconButton
          icon={Undo2}
          label={texts.takeBackLabel(namePart(change))}
          onClick={() => onTakeBack(change)}
          className="size-7"
        />
      ) : null}
    </li>
  );
}
