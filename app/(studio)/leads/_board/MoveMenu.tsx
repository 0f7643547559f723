'use client';

import { EllipsisVertical } from 'lucide-react';
import { type ReactElement, useRef, useState } from 'react';
import { Menu, MenuItem } from '@/app/_ui/Menu';
import { words } from '@/app/_words/en';
import type { LeadStage } from '@/server/leads/lead-stage';
import { stages } from '../stages';

const texts = words.leads.board;

type Props = { readonly name: string; readonly stage: LeadStage; readonly onMoveTo: (stage: LeadStage) => void };

/** Moves a card without dragging it. */
export function MoveMenu({ name, stage, onMoveTo }: Props): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const trigger = (
    <button
      ref={button}
      type="button"
      aria-label={texts.moveOf(name)}
      aria-haspopup="menu"
      onClick={() => setIsOpen(true)}
      className="-mt-1 -mr-1.5 inline-flex size-8 shrink-0 items-center justify-center rounded-full text-ink-soft hover:bg-sunken hover:text-ink"
    >
      <EllipsisVertical aria-hidden className="size-4" />
    </button>
  );
  if (!isOpen) return trigger;
  return (
    <Menu
      label={texts.moveOf(name)}
      trigger={trigger}
      onClose={() => setIsOpen(false)}
      returnFocus={() => button.current?.focus()}
    >
      {stages
        .filter(({ value }) => value !== stage)
        .map(({ value, label }) => (
          <MenuItem key={value} onSelect={() => onMoveTo(value)}>
            {label}
          </MenuItem>
        ))}
    </Menu>
  );
}
