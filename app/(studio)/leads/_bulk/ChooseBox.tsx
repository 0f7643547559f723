import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import type { Chosen } from './use-chosen';

type Props = {
  readonly contactId: string;
  readonly name: string;
  readonly chosen: Chosen;
  readonly className: string;
};

/** Chooses one lead, to do something with all that are chosen. */
export function ChooseBox({ contactId, name, chosen, className }: Props): ReactElement {
  return (
    <input
      type="checkbox"
      aria-label={words.leads.choose(name)}
      checked={chosen.has(contactId)}
      onChange={() => chosen.toggle(contactId)}
      className={`accent-accent ${className}`}
    />
  );
}
