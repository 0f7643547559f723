'use client';

import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import type { Chosen } from '../_bulk/use-chosen';
import { LeadCardLine } from './LeadCardLine';
import { type ListedLeads, useDrawnLeads } from './use-drawn-leads';

const texts = words.leads;
const CARD_PX = 108;

type Props = ListedLeads & { readonly chosen: Chosen | null };

/** The leads as a phone shows them; only the cards in view are drawn. */
export function LeadCards({ chosen, ...listed }: Props): ReactElement {
  const { scroller, drawn, heightPx, measure } = useDrawnLeads(listed, CARD_PX);
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto border-t border-line bg-surface">
      <ul aria-label={texts.table} className="relative" style={{ height: heightPx }}>
        {drawn.map(({ lead, index, start }) => (
          <li
            key={lead.contactId}
            ref={measure}
            data-index={index}
            data-lead={lead.contactId}
            style={{ transform: `translateY(${start}px)` }}
            className={classNames(
              'absolute inset-x-0 top-0 border-b border-line',
              chosen?.has(lead.contactId) && 'bg-accent-soft',
            )}
          >
            <LeadCardLine lead={lead} chosen={chosen} />
          </li>
        ))}
      </ul>
      {listed.hasMore ? <Spinner label={texts.more} className="px-4 py-2 text-sm text-ink-soft" /> : null}
    </div>
  );
}
