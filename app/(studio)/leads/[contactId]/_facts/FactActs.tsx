'use client';

import { EllipsisVertical } from 'lucide-react';
import { type ReactElement, useRef, useState } from 'react';
import { Menu, MenuItem } from '@/app/_ui/Menu';
import { words } from '@/app/_words/en';
import { nameOfSlot } from '../../../_slots/name-of-slot';
import type { Fact } from '../lead-page-types';

const texts = words.leadPage.facts;

type Props = {
  readonly fact: Fact;
  readonly onEdit: () => void;
  readonly onConfirm: () => void;
  readonly onRemove: () => void;
};

/** What can be done with a fact. */
export function FactActs({ fact, onEdit, onConfirm, onRemove }: Props): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const name = nameOfSlot(fact.slot);
  const trigger = (
    <button
      ref={button}
      type="button"
      aria-label={texts.acts(name)}
      aria-haspopup="menu"
      onClick={() => setIsOpen(true)}
      className="inline-flex size-8 items-center justify-center rounded-full text-ink-soft hover:bg-sunken hover:text-ink"
    >
      <EllipsisVertical aria-hidden className="size-4" />
    </button>
  );
  if (!isOpen) return trigger;
  return (
    <Menu
      label={texts.acts(name)}
      trigger={trigger}
      onClose={() => setIsOpen(false)}
      returnFocus={() => button.current?.focus()}
    >
      <MenuItem onSelect={onEdit}>{texts.edit}</MenuItem>
      {fact.confirmed ? null : <MenuItem onSelect={onConfirm}>{texts.confirm}</MenuItem>}
      <MenuItem onSelect={onRemove} tone="danger">
        {texts.remove}
      </MenuItem>
    </Menu>
  );
}
