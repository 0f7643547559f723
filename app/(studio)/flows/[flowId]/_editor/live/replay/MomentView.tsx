import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { nameOfSlot } from '../../../../../_slots/name-of-slot';
import { writeValue } from '../../../../../_slots/write-value';
import { useEditor } from '../../editor-context';
import { nameOfTarget } from '../../outline/name-of-thing';
import { TryProvider } from '../../try/try-context';
import { OpenInDraft } from './OpenInDraft';
import type { Moment } from './replay-moment';

const texts = words.editor.live.replay;

type Props = { readonly moment: Moment };

/** What the runtime knew at a moment of the conversation, and a way to try the draft from there. */
export function MomentView({ moment }: Props): ReactElement {
  const rests = useEditor(({ flow }) => nameOfTarget(flow, moment.step.stateAfter));
  return (
    <div className="max-h-[40%] overflow-y-auto border-t border-line p-4">
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="text-sm font-semibold">{texts.known}</h3>
        <p className="truncate text-xs text-ink-soft">{texts.rests(rests)}</p>
      </div>
      {moment.slots.size === 0 ? <p className="text-sm text-ink-soft">{texts.nothingKnown}</p> : null}
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5 text-sm">
        {[...moment.slots].map(([slot, value]) => (
          <div key={slot} className="contents">
            <dt className="text-ink-soft">{nameOfSlot(slot)}</dt>
            <dd className="min-w-0 text-right font-medium wrap-anywhere">{writeValue(slot, value)}</dd>
          </div>
        ))}
      </dl>
      <TryProvider>
        <OpenInDraft moment={moment} />
      </TryProvider>
    </div>
  );
}
