import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { Part } from '../../_understanding/Part';
import type { SpeechReading } from './voice-types';

const texts = words.voice;

type Props = Pick<SpeechReading, 'service' | 'speaker'>;

/** What hears and what speaks, or what happens because nothing does. */
export function Services({ service, speaker }: Props): ReactElement {
  return (
    <>
      <Part title={texts.hearing}>
        {service === null ? (
          <Told title={texts.deaf} body={texts.deafBody} />
        ) : (
          <Told title={texts.hears(service.transcriptionModel, service.host)} body={texts.hearsBody} />
        )}
      </Part>
      <Part title={texts.speaking}>
        <Speaker service={service} speaker={speaker} />
      </Part>
    </>
  );
}

function Speaker({ service, speaker }: Props): ReactElement {
  if (speaker === 'service' && service !== null) {
    const { speechModel, voice, host } = service;
    return <Told title={texts.speaks(speechModel, voice, host)} body={texts.speaksBody} />;
  }
  if (speaker === 'offline') return <Told title={texts.offline} body={texts.offlineBody} />;
  return <Told title={texts.mute} body={texts.muteBody} />;
}

function Told({ title, body }: { readonly title: string; readonly body: string }): ReactElement {
  return (
    <>
      <p className="font-semibold wrap-anywhere">{title}</p>
      <p className="text-sm text-ink-soft wrap-anywhere">{body}</p>
    </>
  );
}
