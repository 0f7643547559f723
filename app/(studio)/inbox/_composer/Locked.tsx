'use client';

import { Ban, Bot, Lock, MessageCircleWarning, Timer } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { useMe } from '../../_me/use-me';
import { useActs } from '../_acts/acts-store';
import { useTakingOver } from '../_acts/use-taking-over';
import type { ComposerMode } from './composer-mode';

const texts = words.inbox.locked;

type Props = { readonly mode: ComposerMode; readonly contactId: string; readonly name: string };

/** Stands over the field while no words can be sent: why, and the one act that changes it. */
export function Locked({ mode, contactId, name }: Props): ReactElement | null {
  switch (mode.type) {
    case 'free':
      return null;
    case 'template':
      return <Banner icon={Timer} text={texts.windowClosed} />;
    case 'optedOut':
      return <Banner icon={Ban} text={texts.optedOut} />;
    case 'others':
      return <OfOthers name={mode.name} />;
    case 'bot':
      return (
        <Banner
          icon={mode.isAsked ? MessageCircleWarning : Bot}
          text={mode.isAsked ? texts.requested : texts.bot}
          act={<TakeOver contactId={contactId} name={name} />}
        />
      );
    default:
      return mode satisfies never;
  }
}

function TakeOver({ contactId, name }: Omit<Props, 'mode'>): ReactElement {
  const takingOver = useTakingOver(contactId, name);
  return (
    <Button look="primary" isBusy={takingOver.isPending} onClick={takingOver.takeOver} className="max-md:w-full">
      {texts.takeOver}
    </Button>
  );
}

function OfOthers({ name }: Pick<Props, 'name'>): ReactElement {
  const { role } = useMe();
  const show = useActs(({ show: act }) => act);
  return (
    <Banner
      icon={Lock}
      text={`${texts.other(name)} ${texts.otherBody}`}
      // Whoever does not have it can't give it away, but for owners.
      act={role === 'owner' ? <Button onClick={() => show('assign')}>{words.inbox.acts.assign}</Button> : null}
    />
  );
}

type BannerProps = { readonly icon: typeof Lock; readonly text: string; readonly act?: ReactElement | null };

function Banner({ icon: Icon, text, act = null }: BannerProps): ReactElement {
  return (
    <div className="flex flex-wrap items-center gap-3 bg-mark-soft px-4 py-3 text-sm text-mark-ink">
      <Icon aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 flex-1 basis-56">{text}</p>
      {act}
    </div>
  );
}
