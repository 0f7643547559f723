import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import type { SlotName, SlotValue } from '@/flows/schema/slots';
import { nameOfSlot } from '../../../../../_slots/name-of-slot';
import { writeValue } from '../../../../../_slots/write-value';

const texts = words.editor.try;

type Props = {
  readonly id: string;
  readonly slots: Readonly<Record<SlotName, SlotValue>>;
  readonly timezone: string;
};

/** What is known of the customer at this point of the conversation. */
export function KnownFacts({ id, slots, timezone }: Props): ReactElement {
  const known = Object.entries(slots);
  if (known.length === 0) {
    return (
      <p id={id} className="text-xs text-ink-soft">
        {texts.nothingKnown}
      </p>
    );
  }
  return (
    <dl id={id} className="grid max-h-40 grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 overflow-y-auto text-xs">
      {known.map(([slot, value]) => (
        <div key={slot} data-slot={slot} className="contents">
          <dt className="text-ink-soft">{nameOfSlot(slot)}</dt>
          <dd className="font-medium wrap-anywhere">{writeValue(slot, value, timezone)}</dd>
        </div>
      ))}
    </dl>
  );
}
