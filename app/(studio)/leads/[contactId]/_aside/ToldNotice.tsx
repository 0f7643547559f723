'use client';

import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Sheet } from '@/app/_ui/Sheet';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';

const texts = words.privacy.told;

type Props = { readonly contactId: string; readonly purpose: string; readonly version: string };

/** The version of a notice that a consent names; opened, it shows what it said. */
export function ToldNotice(props: Props): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  const { purpose, version } = props;
  return (
    <>
      <button
        type="button"
        aria-label={texts.openName(purpose, version)}
        onClick={() => setIsOpen(true)}
        className="rounded underline underline-offset-2 hover:text-accent"
      >
        {texts.open(version)}
      </button>
      <Sheet title={texts.title} closeLabel={words.close} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <Told {...props} />
      </Sheet>
    </>
  );
}

function Told({ contactId, purpose, version }: Props): ReactElement {
  const reading = useQuery(useTRPC().privacy.consents.queryOptions({ contactId }));
  if (reading.error) {
    return (
      <p role="alert" className="text-sm text-danger">
        {texts.problem} {problemOf(reading.error)}
      </p>
    );
  }
  if (!reading.data) return <Spinner label={texts.loading} className="text-sm text-ink-soft" />;
  const named = reading.data.records.filter((record) => record.purpose === purpose && record.noticeVersion === version);
  const told = named.find(({ notice }) => notice !== null);
  if (!told) return <p className="text-sm text-ink-soft">{texts.unknown(version)}</p>;
  return (
    <div className="flex flex-col gap-2 pt-1 text-sm">
      <p lang={told.language} className="whitespace-pre-line wrap-anywhere">
        {told.notice}
      </p>
      <p className="text-xs text-ink-faint">
        {told.noticeFlow === null ? texts.written(version) : texts.fromFlow(told.noticeFlow, version)}
      </p>
    </div>
  );
}
