import { useMutation, useQuery } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { type FormEvent, type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Combobox } from '@/app/_ui/Combobox';
import { Select } from '@/app/_ui/Select';
import { Sheet } from '@/app/_ui/Sheet';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import type { CampaignVariant } from '@/server/campaigns/plan/campaign-plan';
import { languageName } from '../../../../_language/language-name';
import { problemOf } from '../../../../_trpc/problem-of';
import { useTRPC } from '../../../../_trpc/trpc';
import type { Draft } from '../saving/use-draft';

const texts = words.campaigns.draft.message;

type Props = { readonly draft: Draft; readonly variant: CampaignVariant };

/** Sends the message to one person before everybody gets it. */
export function TestSend({ draft, variant }: Props): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  const isSimulated = draft.channel === 'simulator';
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>
        <Send aria-hidden className="size-4" />
        {texts.test}
      </Button>
      <Sheet
        title={texts.testTitle(variant.id)}
        description={isSimulated ? texts.testSimulated : texts.testBody}
        closeLabel={words.close}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
      >
        <TestForm draft={draft} variant={variant} />
      </Sheet>
    </>
  );
}

function TestForm({ draft, variant }: Props): ReactElement {
  const trpc = useTRPC();
  const isSimulated = draft.channel === 'simulator';
  const [language, setLanguage] = useState('en');
  const [contactId, setContactId] = useState<string | null>(null);
  const [phone, setPhone] = useState('');
  const contacts = useQuery({ ...trpc.simulator.contacts.queryOptions(), enabled: isSimulated });
  const sending = useMutation(trpc.audience.testSend.mutationOptions());
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { plan, channel } = draft;
    const message = { plan, channel, variant: variant.id, language };
    sending.mutate(isSimulated ? { ...message, contactId: contactId ?? '' } : { ...message, phone });
  };
  const people = (contacts.data ?? []).map(({ id, name }) => ({ value: id, label: name ?? texts.somebody }));
  return (
    <form onSubmit={submit} className="flex flex-col gap-4 pt-1">
      {isSimulated ? (
        <Combobox
          label={texts.testTo}
          value={contactId}
          options={people}
          placeholder={texts.pickContact}
          noMatch={texts.noContact}
          onChange={setContactId}
        />
      ) : (
        <TextField
          label={texts.testPhone}
          type="tel"
          autoComplete="tel"
          value={phone}
          placeholder="+91 98765 43210"
          onChange={(event) => setPhone(event.target.value)}
        />
      )}
      <Select
        label={texts.testLanguage}
        value={language}
        options={Object.keys(words.languages).map((value) => ({ value, label: languageName(value) }))}
        onChange={setLanguage}
      />
      {sending.error ? (
        <p role="alert" className="text-sm text-danger wrap-anywhere">
          {problemOf(sending.error)}
        </p>
      ) : null}
      {sending.isSuccess ? (
        <p role="status" className="text-sm text-accent-strong">
          {texts.tested}
        </p>
      ) : null}
      <Button
        type="submit"
        look="primary"
        isBusy={sending.isPending}
        disabled={isSimulated ? contactId === null : phone.trim() === ''}
        className="self-end"
      >
        {texts.testNow}
      </Button>
    </form>
  );
}
