import type { ReactElement, RefObject } from 'react';
import { classNames } from './class-names';
import type { Option } from './match-options';

type Props<Value extends string> = {
  /** Options have it with their index: `<id>-0`, for `aria-activedescendant`. */
  readonly id: string;
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly active: number;
  readonly chosen: Value | null;
  readonly noMatch: string;
  /** From `usePopoverBelow`. */
  readonly floating: RefObject<HTMLDivElement | null>;
  readonly onChoose: (option: Option<Value>) => void;
};

/** The list that opens under a field, which keeps the cursor and names the active option. */
export function OptionList<Value extends string>(props: Props<Value>): ReactElement {
  const { id, label, options, active, chosen, noMatch, floating, onChoose } = props;
  return (
    <div
      ref={floating}
      id={id}
      popover="manual"
      role="listbox"
      aria-label={label}
      className="fixed m-0 overflow-y-auto rounded-lg border border-line bg-surface p-1 text-ink shadow-raised"
    >
      {options.map((option, index) => (
        <Row
          key={option.value}
          id={`${id}-${index}`}
          option={option}
          isActive={index === active}
          isChosen={option.value === chosen}
          onChoose={() => onChoose(option)}
        />
      ))}
      {options.length === 0 ? (
        <div
          role="option"
          aria-selected={false}
          aria-disabled
          tabIndex={-1}
          className="px-2 py-1.5 text-sm text-ink-soft"
        >
          {noMatch}
        </div>
      ) : null}
    </div>
  );
}

type RowProps = {
  readonly id: string;
  readonly option: Option<string>;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
};

function Row({ id, option, isActive, isChosen, onChoose }: RowProps): ReactElement {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keyboard and names the active option
    <div
      ref={(element) => {
        if (isActive) element?.scrollIntoView({ block: 'nearest' });
      }}
      id={id}
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      // A press must not take the cursor out of the field.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
      className={classNames(
        'cursor-pointer rounded-md px-2 py-1.5 text-sm wrap-anywhere hover:bg-sunken',
        isActive && 'bg-sunken',
        isChosen && 'font-semibold text-accent',
      )}
    >
      {option.label}
      {option.hint ? <span className="ml-2 text-xs font-normal text-ink-faint">{option.hint}</span> : null}
    </div>
  );
}
