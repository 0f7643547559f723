import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';

type Props = {
  readonly name: string;
  /** 0..1 */
  readonly share: number;
  readonly onCancel: () => void;
};

/** How much of a file has left, and the way to stop it. */
export function UploadBar({ name, share, onCancel }: Props): ReactElement {
  return (
    <div className="mt-1 flex items-center gap-2 rounded-lg bg-chat-pill py-0.5 pr-1 pl-3 shadow-card">
      <progress
        aria-label={words.phone.uploading(name)}
        value={share}
        max={1}
        className="h-1.5 min-w-24 flex-1 accent-chat-send"
      />
      <IconButton icon={X} label={words.phone.cancel} onClick={onCancel} className="size-7" />
    </div>
  );
}
