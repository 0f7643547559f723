import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { words } from '@/app/_words/en';
import { Confidence } from '../../_reading/Confidence';
import { sayCode } from '../../_reading/say-code';
import { sayEngine } from '../../_reading/say-engine';
import { nameOfSlot } from '../../_slots/name-of-slot';
import { writeValue } from '../../_slots/write-value';
import type { Turn } from '../conversation-types';

const texts = words.inspector;

type Understanding = NonNullable<Turn['understanding']>;
type Props = { readonly other: NonNullable<Understanding['other']>; readonly understanding: Understanding };

/** What the reader read whose reading was not used: its intent, and facts that it read and the used one did not so. */
export function OtherReading({ other, understanding }: Props): ReactElement {
  const { engine, intent, confidence } = other;
  const agrees = intent === understanding.intent;
  const facts = Object.entries(other.slots)
    .filter(([slot, value]) => understanding.slots[slot]?.value !== value)
    .map(([slot, value]) => `${nameOfSlot(slot).toLowerCase()} ${writeValue(slot, value)}`);
  return (
    <div className="rounded-lg border border-line px-2.5 py-1.5 text-xs">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <span className="text-ink-faint">{texts.notUsed(sayEngine(engine).toLowerCase())}</span>
        <Badge tone={agrees ? 'plain' : 'mark'}>{agrees ? texts.agrees : texts.disagrees}</Badge>
        <span className="inline-flex items-center gap-x-2">
          {agrees ? null : <Badge>{sayCode(intent)}</Badge>}
          <Confidence share={confidence} />
        </span>
      </p>
      {facts.length > 0 ? <p className="text-ink-soft wrap-anywhere">{texts.otherFacts(facts.join(', '))}</p> : null}
    </div>
  );
}
