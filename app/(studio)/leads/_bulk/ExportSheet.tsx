'use client';

import { type ReactElement, useState } from 'react';
import { buttonClass } from '@/app/_ui/Button';
import { RadioGroup } from '@/app/_ui/RadioGroup';
import { Sheet } from '@/app/_ui/Sheet';
import { words } from '@/app/_words/en';
import type { LeadFilter } from '@/server/leads/filter/lead-filter';
import { useMe } from '../../_me/use-me';

const texts = words.leads.export;

type Props = { readonly filter: LeadFilter; readonly count: string; readonly onClose: () => void };

/** Asks how the leads that fit are to be exported, and lets the browser fetch the file. */
export function ExportSheet({ filter, count, onClose }: Props): ReactElement {
  const me = useMe();
  const [numbers, setNumbers] = useState<'masked' | 'whole'>('masked');
  const mayWhole = me.role === 'owner' || me.mayExport;
  return (
    <Sheet
      title={texts.title}
      description={texts.body(words.leads.count(count))}
      closeLabel={words.close}
      isOpen
      onClose={onClose}
    >
      {/* A plain form: the file may be large, and the browser writes it to the disk as it comes. */}
      <form
        method="post"
        action="/api/leads/export"
        onSubmit={() => setTimeout(onClose)}
        className="flex flex-col gap-4"
      >
        <input type="hidden" name="filter" value={JSON.stringify(filter)} />
        <input type="hidden" name="numbers" value={numbers} />
        {mayWhole ? (
          <RadioGroup
            label={texts.numbers}
            value={numbers}
            options={[
              { value: 'masked', ...texts.masked },
              { value: 'whole', ...texts.whole },
            ]}
            onChange={setNumbers}
          />
        ) : null}
        <button type="submit" className={buttonClass('primary', 'self-end')}>
          {texts.act}
        </button>
      </form>
    </Sheet>
  );
}
