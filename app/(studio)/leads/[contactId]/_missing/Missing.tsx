'use client';

import { Copy, MessageCircle } from 'lucide-react';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { toast } from 'sonner';
import { Badge } from '@/app/_ui/Badge';
import { Button, buttonClass } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { draftsStore } from '../../../_drafts/drafts-store';
import { useMe } from '../../../_me/use-me';
import { nameOfSlot } from '../../../_slots/name-of-slot';
import type { LeadDetails } from '../lead-page-types';
import { Section } from '../Section';

const texts = words.leadPage.missing;

/** What is not known yet, and the question that helps most. */
export function Missing({ details: { missing, nextQuestion, lead } }: { readonly details: LeadDetails }): ReactElement {
  const { role } = useMe();
  return (
    <Section title={texts.title}>
      {missing.length === 0 ? <p className="text-sm text-ink-soft">{texts.nothing}</p> : null}
      <ul className="flex flex-wrap gap-1.5">
        {missing.map(({ slot }) => (
          <li key={slot}>
            <Badge>{nameOfSlot(slot)}</Badge>
          </li>
        ))}
      </ul>
      {nextQuestion ? (
        <div className="mt-3">
          <h3 className="text-xs font-medium text-ink-soft">{texts.next}</h3>
          <p lang={nextQuestion.language} className="mt-1 rounded-lg bg-chat-out px-3 py-2 text-sm text-chat-ink">
            {nextQuestion.text}
          </p>
          {role === 'viewer' ? null : (
            <div className="mt-2 flex flex-wrap gap-2">
              <Button onClick={() => void copy(nextQuestion.text)}>
                <Copy aria-hidden className="size-4" />
                {texts.copy}
              </Button>
              <Link
                href={`/inbox/${lead.contactId}`}
                onClick={() => draftsStore.add(lead.contactId, nextQuestion.text)}
                className={buttonClass('quiet')}
              >
                <MessageCircle aria-hidden className="size-4" />
                {texts.ask}
              </Link>
            </div>
          )}
        </div>
      ) : null}
    </Section>
  );
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(texts.copied);
  } catch {
    // The browser has not allowed it: the words stand there to be marked by hand.
    toast.error(texts.notCopied);
  }
}
