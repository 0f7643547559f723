import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import type { Flow } from '@/flows/schema/flow';
import { StateName } from '../../../../_flow/StateName';
import { stateOf } from '../canvas/group-box';
import { useEditor } from '../editor-context';
import { nameOfTarget, nameOfThing } from '../outline/name-of-thing';
import { type IssueGroup as Group, type IssueOwner, keyOfIssue } from './group-issues';
import { IssueItem } from './IssueItem';
import type { Fixing } from './use-fixing';

const texts = words.editor.issues;

/** The issues of one state or rule under its name. */
export function IssueGroup({ group, fixing }: { readonly group: Group; readonly fixing: Fixing }): ReactElement {
  return (
    <section className="px-2 py-3">
      <h2 className="flex min-w-0 items-baseline gap-2 px-2 text-sm font-semibold">
        <OwnerName owner={group.owner} />
      </h2>
      <ul>
        {group.issues.map((issue) => (
          <IssueItem key={keyOfIssue(issue)} issue={issue} fixing={fixing} />
        ))}
      </ul>
    </section>
  );
}

function OwnerName({ owner }: { readonly owner: IssueOwner }): ReactElement {
  const name = useEditor(({ flow }) => nameOfOwner(flow, owner));
  const type = useEditor(({ flow }) => (owner.type === 'state' ? (stateOf(flow, owner.id)?.type ?? null) : null));
  return owner.type === 'state' ? <StateName name={name} type={type} /> : <span className="truncate">{name}</span>;
}

function nameOfOwner(flow: Flow, owner: IssueOwner): string {
  switch (owner.type) {
    case 'flow':
      return texts.wholeFlow;
    case 'state':
      return nameOfTarget(flow, owner.id);
    case 'rule':
      return texts.rule(nameOfThing(flow, { type: 'rule', id: owner.id }));
    case 'transition':
      return texts.transition(owner.id);
    default:
      return owner satisfies never;
  }
}
