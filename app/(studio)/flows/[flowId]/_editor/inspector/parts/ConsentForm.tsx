import { type ReactElement, useMemo } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { setConsent } from '@/flows/edit/set-state-head';
import { useEditor, useEditorStore } from '../../editor-context';
import { Form } from '../form/Form';
import { consentOwner } from '../owners/consent-owner';
import { findState } from '../owners/find-state';
import { Section } from './Section';

const { state: texts, edits } = words.editor.inspector;

/** Whether coming to a state records a consent, and which. */
export function ConsentForm({ stateId }: { readonly stateId: string }): ReactElement {
  const store = useEditorStore();
  const owner = useMemo(() => consentOwner(stateId), [stateId]);
  const isRecorded = useEditor(({ flow }) => findState(flow, stateId)?.consent !== undefined);
  const set = (consent: Parameters<typeof setConsent>[2]) =>
    store
      .getState()
      .edit(edits.change(texts.consent.toLowerCase(), stateId), (flow) => setConsent(flow, stateId, consent));
  return (
    <Section title={texts.consent} body={texts.consentHelp}>
      {isRecorded ? (
        <>
          <Form owner={owner} />
          <Button look="bare" onClick={() => set(null)} className="self-start px-2">
            {texts.removeConsent}
          </Button>
        </>
      ) : (
        <Button look="bare" onClick={() => set(firstConsent)} className="self-start px-2">
          {texts.addConsent}
        </Button>
      )}
    </Section>
  );
}

const firstConsent = { status: 'given', purpose: 'loan against property', noticeVersion: '1' } as const;
