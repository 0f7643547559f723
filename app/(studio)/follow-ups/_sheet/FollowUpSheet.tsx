'use client';

import type { ReactElement } from 'react';
import { Sheet } from '@/app/_ui/Sheet';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import type { FollowUp } from '../follow-up-types';
import { FollowUpDetails } from './FollowUpDetails';
import { sayReason } from './say-step';

const texts = words.followUps;

type Props = {
  readonly id: string | null;
  /** Null while they are read. */
  readonly rows: readonly FollowUp[] | null;
  readonly onClose: () => void;
};

/** One follow-up beside the list or the calendar that it stands in. */
export function FollowUpSheet({ id, rows, onClose }: Props): ReactElement {
  const row = rows?.find((one) => one.id === id);
  return (
    <Sheet
      title={row?.contactName ?? texts.noName}
      {...(row ? { description: sayReason(row.reason) } : {})}
      closeLabel={words.close}
      size="side"
      isOpen={id !== null}
      onClose={onClose}
    >
      {row ? <FollowUpDetails key={row.id} row={row} onDone={onClose} /> : null}
      {rows === null ? <Spinner label={texts.loading} className="text-sm text-ink-soft" /> : null}
      {rows !== null && !row ? <p className="text-sm text-ink-soft">{texts.sheet.gone}</p> : null}
    </Sheet>
  );
}
