'use client';

import { type ReactElement, useState } from 'react';
import { Select } from '@/app/_ui/Select';
import { TextField } from '@/app/_ui/TextField';
import { words } from '@/app/_words/en';
import { places } from '../places';
import type { Sendable } from '../sendable';
import { PhoneSheet } from './PhoneSheet';

type PlaceId = (typeof places)[number]['id'];

const options = places.map(({ id, name }) => ({ value: id, label: name }));

type Props = {
  readonly isOpen: boolean;
  readonly screen: HTMLElement | null;
  readonly onClose: () => void;
  readonly onSend: (content: Sendable) => void;
};

/** A few places instead of a map, and the words of an address. */
export function PlaceSheet({ isOpen, screen, onClose, onSend }: Props): ReactElement {
  const [id, setId] = useState<PlaceId>(places[0].id);
  const [address, setAddress] = useState('');
  const place = places.find((candidate) => candidate.id === id);
  const send = (): void => {
    if (!place) return;
    const { name, latitude, longitude } = place;
    const written = address.trim();
    onSend({ type: 'location', latitude, longitude, name, ...(written === '' ? {} : { address: written }) });
    setAddress('');
  };
  return (
    <PhoneSheet
      title={words.simulator.sendLocation}
      description={words.phone.locationBody}
      canSend={place !== undefined}
      onSend={send}
      {...{ isOpen, screen, onClose }}
    >
      <Select label={words.phone.place} value={id} options={options} onChange={setId} />
      <TextField
        label={words.phone.address}
        value={address}
        maxLength={200}
        onChange={(event) => setAddress(event.target.value)}
      />
    </PhoneSheet>
  );
}
