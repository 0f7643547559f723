import { ExternalLink, List, MapPin, Reply } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { words } from '@/app/_words/en';
import type { PhoneContent } from '../../_phone/phone-content';

type Props = { readonly content: PhoneContent; readonly language: string | null };

/** What the customer can tap below a message of ours: shown, and not to be tapped here. */
export function OfferedChoices({ content, language }: Props): ReactElement | null {
  switch (content.type) {
    case 'buttons':
      return <Choices choices={content.choices} language={language} icon={<Reply aria-hidden className={icon} />} />;
    case 'list':
      return (
        // As on the phone: one button, and what it opens on demand.
        <details lang={language ?? undefined} className="mt-0.5">
          <summary className={offered}>
            <List aria-hidden className={icon} />
            {content.label}
          </summary>
          <Choices choices={content.choices} language={language} icon={null} />
        </details>
      );
    case 'link':
      return (
        <p lang={language ?? undefined} className={`mt-0.5 ${offered}`}>
          <ExternalLink aria-hidden className={icon} />
          {content.label}
        </p>
      );
    case 'locationRequest':
      return (
        <p className={`mt-0.5 ${offered}`}>
          <MapPin aria-hidden className={icon} />
          {words.simulator.sendLocation}
        </p>
      );
    default:
      return null;
  }
}

type ChoicesProps = Pick<Props, 'language'> & {
  readonly choices: readonly Readonly<{ id: string; title: string }>[];
  readonly icon: ReactNode;
};

function Choices({ choices, language, icon: sign }: ChoicesProps): ReactElement {
  return (
    <ul lang={language ?? undefined} className="mt-0.5 flex flex-col gap-0.5">
      {choices.map(({ id, title }) => (
        <li key={id} className={offered}>
          {sign}
          {title}
        </li>
      ))}
    </ul>
  );
}

const icon = 'size-3.5 shrink-0';
const offered =
  'flex min-h-8 items-center justify-center gap-1.5 rounded-lg bg-chat-in px-3 py-1 text-sm text-chat-action shadow-card';
