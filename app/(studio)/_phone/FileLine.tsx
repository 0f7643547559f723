import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import type { MediaKind } from '@/flows/schema/message';
import { mediaIcons } from './media-icons';

type Props = {
  readonly kind: MediaKind;
  /** Null for a file that only the channel has. */
  readonly url: string | null;
  /** Without it, the end of the address. */
  readonly name?: string | undefined;
};

/** A file is named and linked, not loaded: the author's address may lead anywhere. */
export function FileLine({ kind, url, name = nameOf(url) }: Props): ReactElement {
  const Icon = mediaIcons[kind];
  return (
    <a
      href={url !== null && isOpenable(url) ? url : undefined}
      target="_blank"
      rel="noreferrer noopener"
      className="mb-4 flex items-center gap-3 rounded-md bg-sunken p-3"
    >
      <Icon aria-hidden className="size-6 shrink-0 text-ink-soft" />
      <span className="min-w-0 truncate text-xs">{name || words.simulator.file[kind]}</span>
    </a>
  );
}

/** On the web, or one of our own files. */
function isOpenable(url: string): boolean {
  return /^(https?:\/\/|\/api\/(media|simulator\/files)\/)/.test(url);
}

function nameOf(url: string | null): string {
  return url?.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
}
