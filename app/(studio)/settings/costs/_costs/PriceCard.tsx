import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { NumberField } from '@/app/_ui/NumberField';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { categoryName } from './category-name';
import type { Rates } from './costs-types';

const texts = words.costs;
const MOST_INR = 9_999;
const STEP_INR = 0.0001;

type Card = Rates['cards'][number];
type Props = {
  readonly card: Card;
  readonly onChange: (card: Card) => void;
  /** Absent for the only one: without a card nothing has a price. */
  readonly onRemove: (() => void) | undefined;
};

/** The prices that count from one day on. */
export function PriceCard({ card, onChange, onRemove }: Props): ReactElement {
  return (
    <fieldset className="rounded-2xl border border-line bg-surface p-4 shadow-card">
      <legend className="sr-only">{texts.card(card.effectiveFrom)}</legend>
      <div className="mb-3 flex flex-wrap items-end justify-between gap-2">
        <TextField
          label={texts.from}
          type="date"
          required
          value={card.effectiveFrom}
          onChange={(event) => onChange({ ...card, effectiveFrom: event.target.value })}
        />
        {onRemove ? (
          <Button look="bare" onClick={onRemove}>
            {texts.removeCard}
          </Button>
        ) : null}
      </div>
      <div className="grid gap-x-6 sm:grid-cols-2 md:grid-cols-3">
        {Object.entries(card.perMessage).map(([category, price]) => (
          <NumberField
            key={category}
            label={categoryName(category)}
            value={price}
            min={0}
            max={MOST_INR}
            step={STEP_INR}
            onChange={(typed) => onChange({ ...card, perMessage: { ...card.perMessage, [category]: typed } })}
          />
        ))}
      </div>
    </fieldset>
  );
}
