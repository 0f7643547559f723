'use client';

import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { Button, buttonClass } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Spinner } from '@/app/_ui/Spinner';
import { words } from '@/app/_words/en';
import { problemOf } from '../../_trpc/problem-of';
import { useTRPC } from '../../_trpc/trpc';
import { Packet } from './Packet';

const texts = words.inbox.packet;

type Props = {
  readonly contactId: string;
  readonly canReply: boolean;
  /** A colleague's lead is not there for others, their conversation is. */
  readonly canOpenLead: boolean;
  readonly onShowMessage: (messageId: string) => void;
};

/** What an officer needs to know before the first word, in one look. */
export function Context({ contactId, canReply, canOpenLead, onShowMessage }: Props): ReactElement {
  const packet = useQuery(useTRPC().handovers.packet.queryOptions({ contactId }));
  if (packet.isPending) return <Spinner label={texts.loading} className="p-4 text-sm text-ink-soft" />;
  if (packet.isError && !packet.data) {
    return (
      <Notice
        icon={TriangleAlert}
        kind="problem"
        title={texts.problem}
        action={<Button onClick={() => void packet.refetch()}>{words.problem.retry}</Button>}
      >
        {problemOf(packet.error)}
      </Notice>
    );
  }
  return (
    <div className="flex flex-col gap-4 p-4 max-[85rem]:px-0">
      {packet.data ? <Packet {...{ contactId, canReply, onShowMessage }} packet={packet.data} /> : null}
      {canOpenLead ? (
        <Link href={`/leads/${contactId}`} className={buttonClass('quiet', 'self-start')}>
          {words.inbox.acts.openLead}
        </Link>
      ) : null}
    </div>
  );
}
