'use client';

import { type ReactElement, useState } from 'react';
import { words } from '@/app/_words/en';
import { FactList } from '../../../_lead/FactList';
import { useMe } from '../../../_me/use-me';
import type { Fact, LeadDetails } from '../lead-page-types';
import { Section } from '../Section';
import { AddFact } from './AddFact';
import { FactActs } from './FactActs';
import { FactEditor } from './FactEditor';
import { useFactActs } from './use-fact-acts';
import { WhereSaid } from './WhereSaid';

const texts = words.leadPage.facts;

/** What is known of a lead: each fact leads to the words it came from, and can be changed, confirmed and removed. */
export function Facts({ details: { facts, missing, lead } }: { readonly details: LeadDetails }): ReactElement {
  const { role } = useMe();
  const [shown, setShown] = useState<Fact | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const acts = useFactActs(lead.contactId);
  const mayEdit = role !== 'viewer';
  const said = facts.filter(({ source }) => source !== 'flow');
  const workedOut = facts.filter(({ source }) => source === 'flow');
  const actsOf = (fact: Fact): ReactElement =>
    fact.slot === editing ? (
      <FactEditor
        field={fact}
        value={fact.value}
        isBusy={acts.isBusy}
        onCancel={() => setEditing(null)}
        onSave={(value) => acts.set(fact.slot, value, () => setEditing(null))}
      />
    ) : (
      <FactActs
        fact={fact}
        onEdit={() => setEditing(fact.slot)}
        onConfirm={() => acts.confirm(fact.slot)}
        onRemove={() => acts.remove(fact.slot)}
      />
    );
  return (
    <Section
      title={texts.title}
      acts={mayEdit ? <AddFact missing={missing} isBusy={acts.isBusy} onSave={acts.set} /> : null}
    >
      <FactList facts={said} {...(mayEdit ? { onShow: setShown, actsOf } : {})} />
      {workedOut.length === 0 ? null : (
        <details className="mt-2 border-t border-line pt-2">
          <summary className="rounded text-sm text-ink-soft hover:text-ink">{texts.workedOut}</summary>
          <FactList facts={workedOut} />
        </details>
      )}
      {shown ? <WhereSaid fact={shown} contactId={lead.contactId} onClose={() => setShown(null)} /> : null}
    </Section>
  );
}
