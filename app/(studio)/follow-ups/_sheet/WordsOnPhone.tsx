import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { writeRupees } from '../../_figures/write-figure';
import { Bubble } from '../../_phone/Bubble';
import { MessageText } from '../../_phone/MessageText';
import { timeOf } from '../_list/shows';
import type { FollowUp } from '../follow-up-types';

const texts = words.followUps.sheet;

/** What stands, or will stand, on the customer's phone, and what it costs. */
export function WordsOnPhone({ row }: { readonly row: FollowUp }): ReactElement {
  const { preview, language, status } = row;
  if (preview === null) return <p className="text-sm text-ink-soft">{texts.noPreview}</p>;
  return (
    <>
      <div className="rounded-2xl bg-chat-wall pt-1 pb-3">
        <Bubble by="business" isFirst at={timeOf(row)} language={language} tick={null}>
          <MessageText text={preview.text} />
        </Bubble>
      </div>
      {status === 'planned' ? <p className="mt-1.5 text-xs text-ink-soft">{sayKind(row, preview)}</p> : null}
    </>
  );
}

/** Which kind of message it is, why, and what WhatsApp bills for it. */
function sayKind({ channel, text }: FollowUp, { template, costInr }: NonNullable<FollowUp['preview']>): string {
  if (channel === 'simulator') return text === null ? texts.usual : texts.own;
  const kind = template === null ? texts.windowOpen : texts.windowClosed(template);
  return costInr === null ? kind : `${kind} ${texts.costs(writeRupees(Number(costInr)))}`;
}
