'use client';

import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Combobox } from '@/app/_ui/Combobox';
import { Segments } from '@/app/_ui/Segments';
import { Select } from '@/app/_ui/Select';
import { Sheet } from '@/app/_ui/Sheet';
import { words } from '@/app/_words/en';
import { nameOfState } from '../../../../../_flow/name-of-state';
import { languageName } from '../../../../../_language/language-name';
import { useEditorStore } from '../../editor-context';
import { useTryStore } from '../try-context';
import type { TryStart } from '../tryout';
import { KnownSlots } from './KnownSlots';

const texts = words.editor.try.start;
const BEGINNING = '';

const beginners = [
  { id: 'contact', label: texts.contact },
  { id: 'business', label: texts.business },
] as const;

/** Begins the conversation anew: at any state, in any language, with anything known. */
export function StartSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const store = useTryStore();
  const { flow } = useEditorStore().getState();
  const [wanted, setWanted] = useState<TryStart>(() => store.getState().tryout.start);
  const change = (part: Partial<TryStart>): void => setWanted((before) => ({ ...before, ...part }));
  const states = flow.states.map((state) => ({ value: state.id, label: nameOfState(state) }));
  return (
    <Sheet title={texts.title} description={texts.body} closeLabel={words.close} isOpen onClose={onClose}>
      <form
        className="flex flex-col gap-3.5 pt-2"
        onSubmit={(event) => {
          event.preventDefault();
          store.getState().startOver({ ...wanted, now: new Date().toISOString() });
          onClose();
        }}
      >
        <Combobox
          label={texts.state}
          value={wanted.state ?? BEGINNING}
          options={[{ value: BEGINNING, label: texts.theBeginning }, ...states]}
          noMatch={texts.noState}
          onChange={(state) =>
            // In the middle of a conversation it is the business that has just spoken.
            change(state === BEGINNING ? { state: null } : { state, startedBy: 'business' })
          }
        />
        <Select
          label={texts.language}
          value={wanted.language}
          options={flow.languages.map((code) => ({ value: code, label: languageName(code) }))}
          onChange={(language) => change({ language, persona: null })}
        />
        <Segments
          label={texts.begins}
          segments={beginners}
          active={wanted.startedBy}
          onChange={(startedBy) => change({ startedBy })}
        />
        <KnownSlots slots={wanted.slots} onChange={(slots) => change({ slots })} />
        <Button type="submit" look="primary" className="mt-1">
          {texts.begin}
        </Button>
      </form>
    </Sheet>
  );
}
