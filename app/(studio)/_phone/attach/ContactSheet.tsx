'use client';

import { type ReactElement, useState } from 'react';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import type { Sendable } from '../sendable';
import { PhoneSheet } from './PhoneSheet';

const texts = words.phone;

type Props = {
  readonly isOpen: boolean;
  readonly screen: HTMLElement | null;
  readonly onClose: () => void;
  readonly onSend: (content: Sendable) => void;
};

/** Somebody's card, by name and number. */
export function ContactSheet({ isOpen, screen, onClose, onSend }: Props): ReactElement {
  const [name, setName] = useState('');
  const [number, setNumber] = useState('');
  const send = (): void => {
    onSend({ type: 'contacts', cards: [{ name: name.trim(), phones: [number.trim()] }], isOwn: false });
    setName('');
    setNumber('');
  };
  return (
    <PhoneSheet
      title={texts.contactCard}
      description={texts.contactBody}
      canSend={name.trim() !== '' && number.trim() !== ''}
      onSend={send}
      {...{ isOpen, screen, onClose }}
    >
      <TextField
        label={texts.contactName}
        value={name}
        maxLength={100}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={texts.contactNumber}
        type="tel"
        value={number}
        maxLength={40}
        onChange={(event) => setNumber(event.target.value)}
      />
    </PhoneSheet>
  );
}
