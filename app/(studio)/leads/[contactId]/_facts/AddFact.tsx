'use client';

import { Plus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Select } from '@/app/_ui/Select';
import { words } from '@/app/_words/en';
import type { SlotValue } from '@/flows/schema/slots';
import { nameOfSlot } from '../../../_slots/name-of-slot';
import { FilterPopover } from '../../_filter/FilterPopover';
import type { LeadDetails } from '../lead-page-types';
import { FactEditor } from './FactEditor';

const texts = words.leadPage.facts;

type Props = {
  readonly missing: LeadDetails['missing'];
  readonly isBusy: boolean;
  readonly onSave: (slot: string, value: SlotValue, onSaved: () => void) => void;
};

/** Adds a fact that is missing, as an officer heard it. */
export function AddFact({ missing, isBusy, onSave }: Props): ReactElement | null {
  const [isOpen, setIsOpen] = useState(false);
  const [slot, setSlot] = useState('');
  const field = missing.find((one) => one.slot === slot) ?? missing[0];
  if (!field) return null;
  const trigger = (
    <Button look="bare">
      <Plus aria-hidden className="size-4" />
      {texts.add}
    </Button>
  );
  return (
    <FilterPopover label={texts.add} trigger={trigger} isOpen={isOpen} onOpenChange={setIsOpen}>
      <div className="flex flex-col gap-2">
        <Select
          label={texts.addWhich}
          value={field.slot}
          options={missing.map((one) => ({ value: one.slot, label: nameOfSlot(one.slot) }))}
          onChange={setSlot}
        />
        <FactEditor
          key={field.slot}
          field={field}
          value={null}
          isBusy={isBusy}
          onCancel={() => setIsOpen(false)}
          onSave={(value) => onSave(field.slot, value, () => setIsOpen(false))}
        />
      </div>
    </FilterPopover>
  );
}
