'use client';

import type { ReactElement, ReactNode } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { draftsStore } from '../../_drafts/drafts-store';
import { ScoreMark } from '../../_lead/ScoreMark';
import { sayCode } from '../../_reading/say-code';
import { nameOfSlot } from '../../_slots/name-of-slot';
import { writeTime } from '../../_time/write-time';
import { useActs } from '../_acts/acts-store';
import type { HandoverPacket, LeadInPacket } from '../inbox-types';
import { KnownFacts } from './KnownFacts';

const texts = words.inbox.packet;

type Props = {
  readonly contactId: string;
  readonly packet: HandoverPacket;
  readonly canReply: boolean;
  readonly onShowMessage: (messageId: string) => void;
};

/** The handover on one screen: why, what is known and what is missing, objections, tone, the last words, and what to ask next. */
export function Packet({ packet, ...rest }: Props): ReactElement {
  const { handover, tone, last, lead, language } = packet;
  return (
    <>
      <Part title={texts.why}>
        {handover ? <Why handover={handover} /> : <p className="text-sm text-ink-soft">{texts.none}</p>}
        <p className="mt-1.5 flex flex-wrap items-center gap-2">
          {lead ? <ScoreMark score={lead.score.score} /> : null}
          {tone === null ? null : (
            <Badge tone={tone === 'negative' ? 'danger' : tone === 'positive' ? 'accent' : 'plain'}>
              {texts.tone}: {words.inspector.sentiments[tone]}
            </Badge>
          )}
        </p>
      </Part>
      {lead ? <AboutLead {...rest} lead={lead} /> : null}
      {last.length > 0 ? (
        <Part title={texts.last}>
          <LastWords last={last} language={language} />
        </Part>
      ) : null}
    </>
  );
}

function AboutLead({
  lead,
  contactId,
  canReply,
  onShowMessage,
}: Omit<Props, 'packet'> & { readonly lead: LeadInPacket }) {
  const { facts, missing, objections, nextQuestion } = lead;
  return (
    <>
      {nextQuestion ? (
        <Part title={texts.next}>
          <p className="text-sm font-medium">{nameOfSlot(nextQuestion.slot)}</p>
          <NextQuestion {...{ contactId, canReply }} question={nextQuestion.text} language={nextQuestion.language} />
        </Part>
      ) : null}
      <Part title={texts.facts}>
        <KnownFacts facts={facts.filter(({ source }) => source !== 'flow')} onShowMessage={onShowMessage} />
      </Part>
      <Part title={texts.missing}>
        <p className="text-sm text-ink-soft">
          {missing.length === 0 ? texts.nothingMissing : missing.map(({ slot }) => nameOfSlot(slot)).join(', ')}
        </p>
      </Part>
      {objections.length > 0 ? (
        <Part title={texts.objections}>
          <ul className="flex flex-wrap gap-1.5">
            {objections.map(({ turnId, intent, messageId }) => (
              <li key={turnId}>
                <Objection intent={intent} messageId={messageId} onShowMessage={onShowMessage} />
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <section aria-label={title}>
      <h3 className="mb-0.5 text-xs font-medium text-ink-faint">{title}</h3>
      {children}
    </section>
  );
}

function Why({ handover }: { readonly handover: NonNullable<HandoverPacket['handover']> }): ReactElement {
  const { askedBy, reason, summary, askedAt, takenAt, promisedAt } = handover;
  return (
    <>
      <p className="text-sm font-semibold">{texts.askedBy[askedBy]}</p>
      {reason === '' || reason === askedBy ? null : <p className="text-sm wrap-anywhere">{sayCode(reason)}</p>}
      {summary === '' ? null : <p className="mt-0.5 line-clamp-4 text-sm text-ink-soft wrap-anywhere">{summary}</p>}
      {takenAt === null ? <p className="text-xs text-ink-faint">{texts.waitsSince(writeTime(askedAt))}</p> : null}
      {promisedAt === null ? null : (
        <p className="text-xs font-medium text-mark-ink">{texts.promised(writeTime(promisedAt))}</p>
      )}
    </>
  );
}

type NextProps = Pick<Props, 'contactId' | 'canReply'> & { readonly question: string; readonly language: string };

function NextQuestion({ contactId, canReply, question, language }: NextProps): ReactElement {
  const write = useActs((acts) => acts.write);
  const use = (): void => {
    draftsStore.add(contactId, question);
    write('reply');
  };
  return (
    <>
      <p lang={language} className="text-sm text-ink-soft wrap-anywhere">
        {question}
      </p>
      {canReply ? (
        <Button look="bare" onClick={use} className="-ml-3.5">
          {texts.use}
        </Button>
      ) : null}
    </>
  );
}

type ObjectionProps = Pick<Props, 'onShowMessage'> & { readonly intent: string; readonly messageId: string | null };

function Objection({ intent, messageId, onShowMessage }: ObjectionProps): ReactElement {
  if (messageId === null) return <Badge tone="mark">{sayCode(intent)}</Badge>;
  return (
    <button type="button" onClick={() => onShowMessage(messageId)} className="rounded-md hover:underline">
      <Badge tone="mark">{sayCode(intent)}</Badge>
    </button>
  );
}

function LastWords({ last, language }: Pick<HandoverPacket, 'last' | 'language'>): ReactElement {
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {last.map(({ from, text, at }) => (
        <li key={`${from} ${at} ${text}`} className="line-clamp-2 wrap-anywhere">
          <span className="text-xs text-ink-faint">{texts.speakers[from]}: </span>
          <span lang={language}>{text}</span>
        </li>
      ))}
    </ul>
  );
}
