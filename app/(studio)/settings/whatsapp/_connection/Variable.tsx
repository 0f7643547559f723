import type { ReactElement } from 'react';
import { Copyable } from '@/app/_copy/Copyable';
import { Badge } from '@/app/_ui/Badge';
import { words } from '@/app/_words/en';

const texts = words.whatsapp;

type Props = { readonly name: string; readonly isSet: boolean };

/** A name of the environment, and whether it has a value. */
export function Variable({ name, isSet }: Props): ReactElement {
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <Copyable label={name} text={name} />
      <Badge tone={isSet ? 'accent' : 'plain'}>{isSet ? texts.set : texts.notSet}</Badge>
    </span>
  );
}
