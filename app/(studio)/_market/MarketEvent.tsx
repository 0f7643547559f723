'use client';

import { Megaphone } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { RadioGroup } from '@/app/_ui/RadioGroup';
import { Sheet } from '@/app/_ui/Sheet';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { useFileEvent } from './use-file-event';

const texts = words.facts.market;
const LONGEST_NOTE = 100;

const kinds = (
  ['interest_rate_drop', 'property_value_increase', 'new_product_launch', 'seasonal_promotion'] as const
).map((value) => ({ value, ...texts.kinds[value] }));
type Kind = (typeof kinds)[number]['value'];

/** A button that files something which concerns many customers, and leads to the campaign that answers it. */
export function MarketEvent(): ReactElement {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Megaphone aria-hidden className="size-4" />
        {texts.open}
      </Button>
      <Sheet
        title={texts.title}
        description={texts.body}
        closeLabel={texts.close}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      >
        <EventForm />
      </Sheet>
    </>
  );
}

function EventForm(): ReactElement {
  const [kind, setKind] = useState<Kind>('interest_rate_drop');
  const [note, setNote] = useState('');
  const { file, isFiling, problem } = useFileEvent();
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        file({ kind, note });
      }}
    >
      <RadioGroup label={texts.kind} options={kinds} value={kind} onChange={setKind} />
      <TextField
        label={texts.note}
        value={note}
        maxLength={LONGEST_NOTE}
        onChange={(event) => setNote(event.target.value)}
      />
      {problem === null ? null : (
        <p role="alert" className="text-sm text-danger wrap-anywhere">
          {texts.notFiled} {problem}
        </p>
      )}
      <Button type="submit" look="primary" isBusy={isFiling}>
        {texts.file}
      </Button>
    </form>
  );
}
