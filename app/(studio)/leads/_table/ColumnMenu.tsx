'use client';

import { Columns3 } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { ChoiceList } from '../_filter/ChoiceList';
import { FilterPopover } from '../_filter/FilterPopover';
import { type ColumnId, columnIds } from './column-choice';

const texts = words.leads.columns;
const options = columnIds.map((value) => ({ value, label: texts[value] }));

type Props = { readonly shown: readonly ColumnId[]; readonly onChange: (shown: readonly ColumnId[]) => void };

/** Which columns the table shows. */
export function ColumnMenu({ shown, onChange }: Props): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  const trigger = (
    <Button className="max-md:hidden">
      <Columns3 aria-hidden className="size-4" />
      {texts.choose}
    </Button>
  );
  return (
    <FilterPopover label={texts.choose} trigger={trigger} isOpen={isOpen} onOpenChange={setIsOpen}>
      <ChoiceList
        label={texts.body}
        options={options}
        chosen={shown}
        onChange={(chosen) => onChange(columnIds.filter((id) => chosen.includes(id)))}
      />
    </FilterPopover>
  );
}
