'use client';

import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import type { LeadAct } from '@/server/leads/acts/lead-act';
import type { LeadFilter } from '@/server/leads/filter/lead-filter';
import type { LeadStage } from '@/server/leads/lead-stage';
import { writeCount } from '../../_figures/write-figure';
import { useTRPC } from '../../_trpc/trpc';
import { FilterPopover } from '../_filter/FilterPopover';
import type { LeadCount } from '../lead-types';
import { sayCount } from '../say-count';
import { stages } from '../stages';
import { ActList } from './ActList';
import { AddTag } from './AddTag';
import { useBulk } from './use-bulk';
import type { Chosen } from './use-chosen';

const texts = words.leads.bulk;

/** So many the server takes by name; all that fit it finds itself. */
const MOST_BY_NAME = 1_000;

type Props = { readonly chosen: Chosen; readonly filter: LeadFilter; readonly total: LeadCount };

/** What can be done with the chosen leads; it stands where the thumb is on a phone. */
export function BulkBar({ chosen, filter, total }: Props): ReactElement | null {
  const bulk = useBulk(chosen.clear);
  const count = chosen.isEverything ? total.count : chosen.ids.size;
  if (count === 0) return null;
  const act = (what: LeadAct): void =>
    bulk.act(chosen.isEverything ? { filter } : { contactIds: [...chosen.ids] }, what);
  const everything = sayCount(total);
  const isTooMany = !chosen.isEverything && count > MOST_BY_NAME;
  return (
    <section
      aria-label={texts.label}
      className="flex flex-wrap items-center gap-2 border-t border-line bg-surface px-4 py-2.5 shadow-raised md:px-6"
    >
      <p role="status" className="text-sm font-semibold">
        {chosen.isEverything ? texts.allChosen(everything) : texts.chosen(writeCount(count))}
        {isTooMany ? <span className="font-normal text-danger"> {texts.tooMany(writeCount(MOST_BY_NAME))}</span> : null}
      </p>
      {chosen.isEverything || count >= total.count ? null : (
        <Button look="bare" onClick={chosen.chooseEverything}>
          {texts.allThatFit(everything)}
        </Button>
      )}
      <div className="flex flex-wrap items-center gap-2 md:ml-auto">
        {isTooMany ? null : <Acts isBusy={bulk.isBusy} onAct={act} />}
        <IconButton icon={X} label={texts.clear} onClick={chosen.clear} />
      </div>
    </section>
  );
}

type ActProps = { readonly isBusy: boolean; readonly onAct: (act: LeadAct) => void };

function Acts(act: ActProps): ReactElement {
  return (
    <>
      <Assign {...act} />
      <Move {...act} />
      <Tag {...act} />
    </>
  );
}

function Assign({ isBusy, onAct }: ActProps): ReactElement {
  const officers = useQuery(useTRPC().leads.choices.queryOptions()).data?.officers ?? [];
  const people = officers.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Opening label={texts.assign} isBusy={isBusy}>
      {(close) => (
        <ActList
          label={texts.assignTo}
          options={[{ value: '', label: texts.nobody }, ...people]}
          onChoose={(id) => {
            close();
            onAct({ type: 'assign', userId: id === '' ? null : id });
          }}
        />
      )}
    </Opening>
  );
}

function Move({ isBusy, onAct }: ActProps): ReactElement {
  return (
    <Opening label={texts.stage} isBusy={isBusy}>
      {(close) => (
        <ActList<LeadStage>
          label={texts.moveTo}
          options={stages}
          onChoose={(stage) => {
            close();
            onAct({ type: 'move', stage });
          }}
        />
      )}
    </Opening>
  );
}

function Tag({ isBusy, onAct }: ActProps): ReactElement {
  return (
    <Opening label={texts.tag} isBusy={isBusy}>
      {(close) => (
        <AddTag
          onAdd={(tag) => {
            close();
            onAct({ type: 'tag', add: [tag], remove: [] });
          }}
        />
      )}
    </Opening>
  );
}

type OpeningProps = {
  readonly label: string;
  readonly isBusy: boolean;
  readonly children: (close: () => void) => ReactElement;
};

function Opening({ label, isBusy, children }: OpeningProps): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <FilterPopover
      label={label}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      trigger={<Button isBusy={isBusy}>{label}</Button>}
    >
      {children(() => setIsOpen(false))}
    </FilterPopover>
  );
}
