import { BadgeCheck, Quote } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { words } from '@/app/_words/en';
import type { SlotFact } from '@/flows/schema/slots';
import { Confidence } from '../_reading/Confidence';
import { nameOfSlot } from '../_slots/name-of-slot';
import { sayAmount, writeValue } from '../_slots/write-value';

const texts = words.leadsShared;

/** A fact about a customer as the server tells it. */
type LeadFact = Pick<SlotFact, 'value' | 'confidence' | 'messageId'> &
  Readonly<{
    slot: string;
    source: SlotFact['source'] | 'unknown';
    confirmed?: boolean;
    /** The words it was read from, and the text of the message that they stand in; null where there are none. */
    span?: Readonly<{ text: string }> | null;
    quote?: string | null;
    history?: readonly Readonly<{ value: SlotFact['value'] }>[];
  }>;

type Props<Fact extends LeadFact> = {
  readonly facts: readonly Fact[];
  /** Shows the message that a fact came from. */
  readonly onShow?: (fact: Fact) => void;
  /** What can be done with a fact, drawn at its end. */
  readonly actsOf?: (fact: Fact) => ReactNode;
};

/** Each fact with its value, how sure it is, and the words it came from. */
export function FactList<Fact extends LeadFact>({ facts, onShow, actsOf }: Props<Fact>): ReactElement {
  if (facts.length === 0) return <p className="py-2 text-sm text-ink-soft">{texts.noFacts}</p>;
  return (
    <dl className="hairlines">
      {facts.map((fact) => (
        <div
          key={fact.slot}
          data-slot={fact.slot}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 py-2 sm:grid-cols-[9.5rem_minmax(0,1fr)_auto]"
        >
          <dt className="pt-px text-sm text-ink-soft max-sm:col-span-2">{nameOfSlot(fact.slot)}</dt>
          <dd className="min-w-0">
            <Value fact={fact} />
            <Provenance fact={fact} {...(onShow ? { onShow: () => onShow(fact) } : {})} />
            <Before fact={fact} />
          </dd>
          {actsOf ? <dd className="flex">{actsOf(fact)}</dd> : null}
        </div>
      ))}
    </dl>
  );
}

function Value({ fact }: { readonly fact: LeadFact }): ReactElement {
  const amount = sayAmount(fact.slot, fact.value);
  return (
    <p className="text-sm font-semibold wrap-anywhere">
      {writeValue(fact.slot, fact.value)}
      {amount ? <span className="ml-2 font-normal text-ink-soft">{amount}</span> : null}
      {fact.confirmed ? (
        <span className="ml-2 inline-flex items-center gap-1 text-xs font-medium text-accent">
          <BadgeCheck aria-hidden className="size-3.5" />
          {texts.confirmed}
        </span>
      ) : null}
    </p>
  );
}

type ProvenanceProps = { readonly fact: LeadFact; readonly onShow?: () => void };

function Provenance({ fact, onShow }: ProvenanceProps): ReactElement {
  const { messageId, source, confidence } = fact;
  const quote = fact.span?.text ?? fact.quote ?? null;
  const said = quote ?? (messageId === null ? null : texts.showMessage);
  if (source !== 'customer' || said === null) return <p className="text-xs text-ink-faint">{texts.from[source]}</p>;
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-xs text-ink-soft">
      {onShow && messageId !== null ? (
        <button
          type="button"
          aria-label={quote === null ? texts.showMessage : texts.showQuote(quote)}
          onClick={onShow}
          className="inline-flex min-w-0 items-center gap-1 rounded text-left underline decoration-line-strong underline-offset-2 hover:text-accent"
        >
          <Quote aria-hidden className="size-3 shrink-0" />
          <span className="line-clamp-2 wrap-anywhere">{said}</span>
        </button>
      ) : (
        <span className="line-clamp-2 wrap-anywhere">{said}</span>
      )}
      <Confidence share={confidence} />
    </p>
  );
}

function Before({ fact }: { readonly fact: LeadFact }): ReactElement | null {
  const { history = [] } = fact;
  if (history.length === 0) return null;
  const before = history.map(({ value }) => writeValue(fact.slot, value)).join(', ');
  return (
    <p className="text-xs text-ink-faint">
      {texts.before} <s>{before}</s>
    </p>
  );
}
