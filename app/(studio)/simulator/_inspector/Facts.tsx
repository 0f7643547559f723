import { Calculator } from 'lucide-react';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import type { SlotFact } from '@/flows/schema/slots';
import { nameOfSlot } from '../../_slots/name-of-slot';
import { sayAmount, writeValue } from '../../_slots/write-value';
import type { ChatMessage, Focus, Session } from '../conversation-types';
import { Quoted } from './Quoted';
import { textOf } from './text-of';

type Props = {
  readonly slots: Session['slots'];
  readonly messages: readonly ChatMessage[];
  readonly onFocus: (focus: Focus) => void;
};

/** Every slot with its value and the words it came from; the words lead to the message. */
export function Facts({ slots, messages, onFocus }: Props): ReactElement {
  const all = Object.entries(slots);
  const facts = all.filter(([, fact]) => fact.source !== 'flow');
  const workedOut = all.filter(([, fact]) => fact.source === 'flow');
  return (
    <section aria-labelledby="facts" className="px-5 pt-3">
      <h3 id="facts" className="sr-only">
        {words.inspector.facts}
      </h3>
      {facts.length === 0 ? <p className="py-2 text-sm text-ink-soft">{words.inspector.noFacts}</p> : null}
      <dl className="hairlines">
        {facts.map(([slot, fact]) => (
          <Fact
            key={slot}
            slot={slot}
            fact={fact}
            message={messages.find(({ id }) => id === fact.messageId)}
            onFocus={onFocus}
          />
        ))}
      </dl>
      {workedOut.length > 0 ? <WorkedOut facts={workedOut} /> : null}
    </section>
  );
}

/** What the flow keeps for itself: figures it worked out, and what it has shown already. */
function WorkedOut({ facts }: { readonly facts: readonly [string, SlotFact][] }): ReactElement {
  return (
    <section aria-labelledby="worked-out" className="mt-3">
      <h3 id="worked-out" className="flex items-center gap-1.5 text-xs font-medium text-ink-soft">
        <Calculator aria-hidden className="size-3.5" />
        {words.inspector.workedOut}
      </h3>
      <dl className="mt-1">
        {facts.map(([slot, fact]) => (
          <div key={slot} data-slot={slot} className="grid grid-cols-[9.5rem_1fr] gap-x-3 text-sm">
            <dt className="text-ink-soft">{nameOfSlot(slot)}</dt>
            <dd className="min-w-0 wrap-anywhere">{writeValue(slot, fact.value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

type FactProps = {
  readonly slot: string;
  readonly fact: SlotFact;
  readonly message: ChatMessage | undefined;
  readonly onFocus: (focus: Focus) => void;
};

function Fact({ slot, fact, message, onFocus }: FactProps): ReactElement {
  const amount = sayAmount(slot, fact.value);
  const before = fact.history.map(({ value }) => writeValue(slot, value));
  return (
    <div className="grid grid-cols-[9.5rem_1fr] gap-x-3 py-2" data-slot={slot}>
      <dt className="pt-px text-sm text-ink-soft">{nameOfSlot(slot)}</dt>
      <dd className="min-w-0">
        <p className="text-sm font-semibold wrap-anywhere">
          {writeValue(slot, fact.value)}
          {amount ? <span className="ml-2 font-normal text-ink-soft">{amount}</span> : null}
        </p>
        <Provenance fact={fact} message={message} onFocus={onFocus} />
        {before.length > 0 ? (
          <p className="text-xs text-ink-faint">
            {words.inspector.before} <s>{before.join(', ')}</s>
          </p>
        ) : null}
      </dd>
    </div>
  );
}

function Provenance({ fact, message, onFocus }: Omit<FactProps, 'slot'>): ReactElement {
  const said = fact.span?.text ?? textOf(message);
  const { messageId } = fact;
  if (messageId === null || said === undefined) {
    return <p className="text-xs text-ink-faint">{words.inspector.from[fact.source]}</p>;
  }
  return <Quoted said={said} confidence={fact.confidence} onFocus={() => onFocus({ messageId, span: fact.span })} />;
}
