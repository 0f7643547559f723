'use client';

import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Sheet } from '@/app/_ui/Sheet';
import { words } from '@/app/_words/en';
import { type ClashChoice, resolveClashes } from '@/flows/edit/conflicts';
import { ClashCard } from './ClashCard';
import { groupClashes, idOfClash } from './clash-view';
import { useSaving } from './saving-context';
import type { SavingState } from './saving-state';

const texts = words.editor.conflict;

type Props = {
  readonly conflict: Extract<SavingState, { type: 'conflict' }>;
  /** Decided, or put off: then the conflict stands. */
  readonly onClose: () => void;
};

type Choices = Readonly<Record<string, ClashChoice>>;

/** What two sides changed differently, state by state: each time a person chooses mine, theirs or both. */
export function ConflictSheet({ conflict, onClose }: Props): ReactElement {
  const { clashes, merged } = conflict;
  const saving = useSaving();
  const [choices, setChoices] = useState<Choices>({});
  const decided = clashes.filter((clash) => choices[idOfClash(clash)] !== undefined).length;
  const chooseAll = (choice: ClashChoice) =>
    setChoices(Object.fromEntries(clashes.map((clash) => [idOfClash(clash), choice])));
  const save = () => {
    const decisions = clashes.flatMap((clash) => {
      const choice = choices[idOfClash(clash)];
      return choice === undefined ? [] : [{ clash, choice }];
    });
    saving.resolveConflict(resolveClashes(merged.flow, decisions));
    onClose();
  };
  return (
    <Sheet
      title={texts.title}
      description={texts.lead}
      closeLabel={texts.later}
      size="wide"
      isPersistent
      isOpen
      onClose={onClose}
    >
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <Button onClick={() => chooseAll('mine')}>{texts.allMine}</Button>
        <Button onClick={() => chooseAll('theirs')}>{texts.allTheirs}</Button>
      </div>
      <div className="flex flex-col gap-5">
        {groupClashes(clashes, merged.flow).map(({ owner, clashes: views }) => (
          <section key={owner} aria-label={owner}>
            <h3 className="mb-2 text-sm font-semibold wrap-anywhere">{owner}</h3>
            <ul className="flex flex-col gap-3">
              {views.map((view) => (
                <ClashCard
                  key={view.id}
                  view={view}
                  owner={owner}
                  choice={choices[view.id] ?? null}
                  onChoose={(choice) => setChoices({ ...choices, [view.id]: choice })}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <div className="sticky -bottom-5 -mx-5 mt-4 flex flex-wrap items-center gap-2 border-t border-line bg-surface px-5 py-3">
        <Button look="primary" disabled={decided < clashes.length} onClick={save}>
          {texts.save}
        </Button>
        <Button onClick={onClose}>{texts.later}</Button>
        <p role="status" className="text-sm text-ink-soft">
          {texts.count(decided, clashes.length)}
        </p>
      </div>
    </Sheet>
  );
}
