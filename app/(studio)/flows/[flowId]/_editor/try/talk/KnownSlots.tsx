'use client';

import { X } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Combobox } from '@/app/_ui/Combobox';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import type { SlotName, SlotValue } from '@/flows/schema/slots';
import { nameOfSlot } from '../../../../../_slots/name-of-slot';
import { useEditorStore } from '../../editor-context';
import { slotDefinitions, slotValueFrom } from '../slot-fields';
import { useTryStore } from '../try-context';
import { SlotField } from './SlotField';

const texts = words.editor.try.start;

type Slots = Readonly<Record<SlotName, SlotValue>>;
type Props = { readonly slots: Slots; readonly onChange: (slots: Slots) => void };

/** What is known at the beginning: one field for each fact, of the kind that the fact is. */
export function KnownSlots({ slots, onChange }: Props): ReactElement {
  const store = useTryStore();
  const { flow } = useEditorStore().getState();
  const [definitions] = useState(() => slotDefinitions(flow));
  const [typed, setTyped] = useState<Readonly<Record<SlotName, string>>>(() => asTyped(slots));
  const show = (next: Readonly<Record<SlotName, string>>): void => {
    setTyped(next);
    const read = Object.entries(next).flatMap(([slot, text]) => {
      const definition = definitions.get(slot);
      const value = definition && slotValueFrom(text, definition);
      return value === undefined ? [] : [[slot, value] as const];
    });
    onChange(Object.fromEntries(read));
  };
  const free = [...definitions.keys()].filter((slot) => typed[slot] === undefined);
  const { played, lookedAt } = store.getState();
  const known = played?.play.turns.at(lookedAt ?? -1)?.slots ?? {};
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-xs font-medium text-ink-soft">{texts.known}</legend>
      {Object.entries(typed).map(([slot, text]) => (
        <div key={slot} className="flex items-end gap-1">
          <SlotField
            label={nameOfSlot(slot)}
            definition={definitions.get(slot) ?? { kind: 'text' }}
            value={text}
            onChange={(value) => show({ ...typed, [slot]: value })}
          />
          <IconButton icon={X} label={texts.forget(nameOfSlot(slot))} onClick={() => show(without(typed, slot))} />
        </div>
      ))}
      <Combobox
        label={texts.addSlot}
        value={null}
        placeholder={texts.addSlot}
        isLabelHidden
        options={free.map((slot) => ({ value: slot, label: nameOfSlot(slot) }))}
        noMatch={texts.noSlot}
        onChange={(slot) => show({ ...typed, [slot]: firstOf(definitions.get(slot)?.choices) })}
      />
      {Object.keys(known).length > 0 ? (
        <Button onClick={() => show({ ...typed, ...asTyped(known) })}>{texts.takeKnown}</Button>
      ) : null}
    </fieldset>
  );
}

function asTyped(slots: Slots): Record<SlotName, string> {
  return Object.fromEntries(Object.entries(slots).map(([slot, value]) => [slot, String(value)]));
}

function without(typed: Readonly<Record<SlotName, string>>, slot: SlotName): Record<SlotName, string> {
  return Object.fromEntries(Object.entries(typed).filter(([other]) => other !== slot));
}

function firstOf(choices: readonly string[] | undefined): string {
  return choices?.[0] ?? '';
}
