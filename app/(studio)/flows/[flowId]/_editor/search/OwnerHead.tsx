'use client';

import type { ReactElement } from 'react';
import type { IssuePlace } from '@/flows/schema/flow-issue';
import { StateName } from '../../../../_flow/StateName';
import { useEditor } from '../editor-context';
import { nameOfOwner } from '../languages/name-of-owner';

/** The state or rule that the texts below it belong to. */
export function OwnerHead({ place }: { readonly place: IssuePlace }): ReactElement {
  const state = useEditor(({ flow }) => flow.states.find(({ id }) => id === place.state));
  const name = useEditor(({ flow }) => nameOfOwner(flow, place));
  return (
    <h3 className="bg-sunken px-3 py-1.5 text-xs font-semibold text-ink-soft">
      <StateName name={name} type={state?.type ?? null} className="max-w-full" />
    </h3>
  );
}
