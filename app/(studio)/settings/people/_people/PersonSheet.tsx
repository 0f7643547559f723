'use client';

import type { ReactElement, ReactNode } from 'react';
import { Sheet } from '@/app/_ui/Sheet';
import { words } from '@/app/_words/en';
import { useMe } from '../../../_me/use-me';
import { Access } from './Access';
import { LostSecondFactor } from './LostSecondFactor';
import { PasswordLink } from './PasswordLink';
import type { Person } from './people-types';
import { RoleForm } from './RoleForm';
import { WorkForm } from './WorkForm';

const texts = words.people.changing;

type Props = {
  readonly person: Person;
  /** Owners who may sign in. */
  readonly owners: number;
  readonly onClose: () => void;
};

/** What can be changed about somebody; where something can't, why not. */
export function PersonSheet({ person, owners, onClose }: Props): ReactElement {
  const { name, email, role, isDisabled } = person;
  const fixed = whyFixed(person, owners, useMe().id);
  return (
    <Sheet title={name} description={email} closeLabel={words.close} size="side" isOpen onClose={onClose}>
      <div className="hairlines">
        {role === 'viewer' ? null : (
          <Section title={texts.work}>
            <WorkForm person={person} />
          </Section>
        )}
        {fixed === null ? (
          <>
            <Section title={texts.role} body={texts.roleBody}>
              <RoleForm person={person} />
            </Section>
            {isDisabled ? null : (
              <Section title={texts.password} body={texts.passwordBody}>
                <PasswordLink userId={person.id} />
              </Section>
            )}
            {person.hasSecondFactor ? (
              <Section title={texts.factor} body={texts.factorBody}>
                <LostSecondFactor userId={person.id} />
              </Section>
            ) : null}
            <Section title={texts.access} body={isDisabled ? texts.enableBody : texts.disableBody}>
              <Access person={person} />
            </Section>
          </>
        ) : (
          <Section title={texts.role} body={words.roles[role].body}>
            <p className="rounded-lg bg-mark-soft px-3 py-2 text-sm text-mark-ink">{fixed}</p>
          </Section>
        )}
      </div>
    </Sheet>
  );
}

/** Why neither role nor access can be changed; null where they can. */
function whyFixed({ id, role, isDisabled }: Person, owners: number, myId: string): string | null {
  if (role === 'owner' && !isDisabled && owners < 2) return texts.lastOwner;
  return id === myId ? texts.self : null;
}

type SectionProps = { readonly title: string; readonly body?: string; readonly children: ReactNode };

function Section({ title, body, children }: SectionProps): ReactElement {
  return (
    <section aria-label={title} className="flex flex-col gap-3 py-5">
      <div>
        <h3 className="text-sm font-semibold">{title}</h3>
        {body ? <p className="text-sm text-ink-soft">{body}</p> : null}
      </div>
      {children}
    </section>
  );
}
