'use client';

import { Copy, ExternalLink, List, MapPin, Reply } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { words } from '@/app/_words/en';
import type { TemplateButton } from '@/flows/schema/message';
import { PlaceSheet } from './attach/PlaceSheet';
import { ListSheet } from './ListSheet';
import type { PhoneContent } from './phone-content';
import type { Sendable } from './sendable';

type Props = {
  readonly content: PhoneContent;
  readonly language: string | null;
  readonly screen: HTMLElement | null;
  readonly onSend: (content: Sendable) => void;
};

/** What can be tapped below a message: buttons, a list, a link, a place to send. Old ones stay tappable. */
export function Choices({ content, language, screen, onSend }: Props): ReactElement | null {
  const lang = language ?? undefined;
  switch (content.type) {
    case 'buttons':
      return (
        <div lang={lang} className="mt-0.5 flex flex-col gap-0.5">
          {content.choices.map(({ id, title }) => (
            <button
              key={id}
              type="button"
              onClick={() => onSend({ type: 'choice', id, title })}
              className={choiceClass}
            >
              <Reply aria-hidden className="size-4 shrink-0" />
              {title}
            </button>
          ))}
        </div>
      );
    case 'link':
      return (
        <a lang={lang} href={content.url} target="_blank" rel="noreferrer noopener" className={`mt-0.5 ${choiceClass}`}>
          <ExternalLink aria-hidden className="size-4 shrink-0" />
          {content.label}
        </a>
      );
    case 'list':
      return <ListButton {...{ language, screen, onSend }} label={content.label} choices={content.choices} />;
    case 'locationRequest':
      return <PlaceButton screen={screen} onSend={onSend} />;
    case 'template':
      return <TemplateButtons buttons={content.buttons} onSend={onSend} />;
    default:
      return null;
  }
}

type ListButtonProps = Pick<Props, 'language' | 'screen' | 'onSend'> &
  Pick<Extract<PhoneContent, { type: 'list' }>, 'label' | 'choices'>;

function ListButton({ label, choices, language, screen, onSend }: ListButtonProps): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  const sheet = { title: label, choices, language, isOpen, screen, onSend };
  return (
    <div lang={language ?? undefined} className="mt-0.5">
      <button type="button" aria-haspopup="dialog" onClick={() => setIsOpen(true)} className={choiceClass}>
        <List aria-hidden className="size-4 shrink-0" />
        {label}
      </button>
      <ListSheet {...sheet} onClose={() => setIsOpen(false)} />
    </div>
  );
}

function PlaceButton({ screen, onSend }: Pick<Props, 'screen' | 'onSend'>): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div lang="en" className="mt-0.5">
      <button type="button" aria-haspopup="dialog" onClick={() => setIsOpen(true)} className={choiceClass}>
        <MapPin aria-hidden className="size-4 shrink-0" />
        {words.simulator.sendLocation}
      </button>
      <PlaceSheet isOpen={isOpen} screen={screen} onClose={() => setIsOpen(false)} onSend={onSend} />
    </div>
  );
}

type TemplateButtonsProps = Pick<Props, 'onSend'> & { readonly buttons: readonly TemplateButton[] };

/** The words on a template's buttons are at WhatsApp: a quick reply is tapped by its short name, the others are only told. */
function TemplateButtons({ buttons, onSend }: TemplateButtonsProps): ReactElement | null {
  if (buttons.length === 0) return null;
  return (
    <div lang="en" className="mt-0.5 flex flex-col gap-0.5">
      {buttons.map(({ index, type, value }) =>
        type === 'quickReply' ? (
          <button
            key={index}
            type="button"
            onClick={() => onSend({ type: 'choice', id: value, title: shortName(value) })}
            className={choiceClass}
          >
            <Reply aria-hidden className="size-4 shrink-0" />
            {shortName(value)}
          </button>
        ) : (
          <TemplateValue key={index} type={type} value={value} />
        ),
      )}
    </div>
  );
}

function TemplateValue({ type, value }: Pick<TemplateButton, 'value'> & { readonly type: 'url' | 'copyCode' }) {
  const Icon = type === 'url' ? ExternalLink : Copy;
  return (
    <p className={choiceClass}>
      <Icon aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 wrap-anywhere">
        {words.simulator.templateButtons[type]} · {value}
      </span>
    </p>
  );
}

/** "opening/not_now" is "not now". */
function shortName(wireId: string): string {
  return wireId.slice(wireId.indexOf('/') + 1).replaceAll('_', ' ');
}

const choiceClass =
  'flex min-h-10 w-full items-center justify-center gap-2 rounded-lg bg-chat-in px-3 py-1.5 text-sm font-medium text-chat-action shadow-card hover:bg-chat-pill active:opacity-80';
