'use client';

import { useMutation } from '@tanstack/react-query';
import { Eye } from 'lucide-react';
import type { ReactElement } from 'react';
import { toast } from 'sonner';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { useMe } from '../../../_me/use-me';
import { problemOf } from '../../../_trpc/problem-of';
import { useTRPC } from '../../../_trpc/trpc';
import type { LeadDetails } from '../lead-page-types';

const texts = words.leadPage;

/** The number, masked until somebody asks for it; that they did is noted. */
export function PhoneNumber({ lead }: { readonly lead: LeadDetails['lead'] }): ReactElement {
  const { role } = useMe();
  const showing = useMutation(
    useTRPC().leads.showPhone.mutationOptions({
      onError: (error) => toast.error(texts.notShown, { description: problemOf(error) }),
    }),
  );
  const whole = showing.data?.phone;
  if (lead.phone === null) {
    return <span className="text-sm text-ink-soft">{words.leads.filters.channel[lead.channel]}</span>;
  }
  return (
    <span className="flex items-center gap-1 text-sm text-ink-soft tabular-nums">
      {whole ? (
        <a href={`tel:${whole}`} title={texts.numberNoted} className="rounded font-medium text-ink hover:text-accent">
          {whole}
        </a>
      ) : (
        lead.phone
      )}
      {whole || role === 'viewer' ? null : (
        <Button
          look="bare"
          className="min-h-7 px-2 text-xs"
          isBusy={showing.isPending}
          onClick={() => showing.mutate({ contactId: lead.contactId })}
        >
          <Eye aria-hidden className="size-3.5" />
          {texts.showNumber}
        </Button>
      )}
    </span>
  );
}
