import { Quote } from 'lucide-react';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { writeShare } from '../../_figures/write-figure';
import { nameOfSlot } from '../../_slots/name-of-slot';
import { sayAmount, writeValue } from '../../_slots/write-value';
import type { LeadInPacket } from '../inbox-types';

type Props = {
  readonly facts: LeadInPacket['facts'];
  readonly onShowMessage: (messageId: string) => void;
};

/** What is known, a line each, with how sure it is and the way to where it was said. */
export function KnownFacts({ facts, onShowMessage }: Props): ReactElement {
  if (facts.length === 0) return <p className="text-sm text-ink-soft">{words.inspector.noFacts}</p>;
  return (
    <dl className="hairlines">
      {facts.map(({ slot, value, source, confidence, messageId }) => (
        <div key={slot} data-slot={slot} className="flex items-baseline gap-2 py-1 text-sm">
          <dt className="w-32 shrink-0 text-ink-soft">{nameOfSlot(slot)}</dt>
          <dd className="min-w-0 flex-1 font-semibold wrap-anywhere">
            {sayAmount(slot, value) ?? writeValue(slot, value)}
            {source === 'customer' ? (
              <span className="ml-1.5 text-xs font-normal text-ink-faint tabular-nums">{writeShare(confidence)}</span>
            ) : null}
          </dd>
          {messageId === null ? null : (
            <dd className="shrink-0 self-center">
              <button
                type="button"
                aria-label={words.inbox.packet.showMessage(nameOfSlot(slot))}
                onClick={() => onShowMessage(messageId)}
                className="inline-flex size-6 items-center justify-center rounded-full text-ink-faint hover:bg-sunken hover:text-accent"
              >
                <Quote aria-hidden className="size-3.5" />
              </button>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
