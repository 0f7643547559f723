'use client';

import { ChevronRight } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import {
  createContext,
  type FocusEvent,
  type ReactElement,
  type ReactNode,
  type RefObject,
  useContext,
  useRef,
} from 'react';
import { classNames } from './class-names';

type Props = {
  readonly label: string;
  /** The button that the menu belongs to, and stands beside. */
  readonly trigger: ReactElement;
  readonly onClose: () => void;
  /** Where the focus goes when the menu closes. */
  readonly returnFocus: () => void;
  readonly children: ReactNode;
};

/** The act that was chosen and waits until the menu is gone. */
const ChosenContext = createContext<RefObject<(() => void) | null>>({ current: null });

/** An open menu of acts. What is chosen runs when the menu is gone, so that it may move the focus or open a dialog. */
export function Menu({ label, trigger, onClose, returnFocus, children }: Props): ReactElement {
  const chosen = useRef<(() => void) | null>(null);
  const hasBegun = useRef(false);
  /** The focus begins at the first act, whichever way the menu was opened. */
  const begin = ({ target, currentTarget }: FocusEvent<HTMLElement>): void => {
    if (hasBegun.current || target !== currentTarget) return;
    hasBegun.current = true;
    currentTarget.querySelector<HTMLElement>('[role="menuitem"]:not([data-disabled])')?.focus();
  };
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(open) => (open ? undefined : onClose())}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          aria-label={label}
          aria-labelledby={undefined}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          onFocus={begin}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            returnFocus();
            chosen.current?.();
          }}
          className={panel}
        >
          <ChosenContext value={chosen}>{children}</ChosenContext>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

type ItemProps = {
  readonly onSelect: () => void;
  /** The key that does the same. */
  readonly keys?: string;
  readonly isDisabled?: boolean;
  readonly tone?: 'plain' | 'danger';
  readonly children: ReactNode;
};

/** One act of a menu. */
export function MenuItem({ onSelect, keys, isDisabled = false, tone = 'plain', children }: ItemProps): ReactElement {
  const chosen = useContext(ChosenContext);
  return (
    <DropdownMenu.Item
      disabled={isDisabled}
      onSelect={() => {
        chosen.current = onSelect;
      }}
      className={classNames(item, tone === 'danger' && 'text-danger')}
    >
      <span className="min-w-0 flex-1">{children}</span>
      {keys ? <kbd className="ml-4 font-sans text-xs text-ink-faint">{keys}</kbd> : null}
    </DropdownMenu.Item>
  );
}

/** Acts of one kind behind one entry. */
export function SubMenu({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className={item}>
        <span className="min-w-0 flex-1">{label}</span>
        <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-faint" />
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal>
        <DropdownMenu.SubContent collisionPadding={8} sideOffset={2} className={panel}>
          {children}
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  );
}

/** A line between acts that have little to do with one another. */
export function MenuLine(): ReactElement {
  return <DropdownMenu.Separator className="my-1 h-px bg-line" />;
}

const panel =
  'z-50 max-h-[min(40rem,var(--radix-dropdown-menu-content-available-height))] min-w-52 max-w-80 overflow-y-auto rounded-xl border border-line bg-surface p-1.5 text-sm shadow-raised';
const item =
  'flex min-h-9 cursor-pointer items-center gap-2 rounded-lg px-2.5 outline-none select-none data-[disabled]:cursor-default data-[disabled]:opacity-50 data-[highlighted]:bg-accent-soft data-[state=open]:bg-accent-soft';
