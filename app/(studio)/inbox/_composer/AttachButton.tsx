'use client';

import { Paperclip } from 'lucide-react';
import { type ReactElement, useRef } from 'react';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import type { PickedFile } from '../../_phone/attach/picked-file';

const texts = words.inbox.composer;

/** Chooses a file; what kind of message it becomes follows from what it is. */
export function AttachButton({ onPick }: { readonly onPick: (picked: PickedFile) => void }): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton icon={Paperclip} label={texts.attach} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        hidden
        aria-label={texts.attach}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) onPick({ kind: kindOf(file.type), file });
          // The same file can be chosen again.
          target.value = '';
        }}
      />
    </>
  );
}

function kindOf(type: string): PickedFile['kind'] {
  if (type === 'image/jpeg' || type === 'image/png') return 'image';
  if (type === 'video/mp4' || type === 'video/3gpp') return 'video';
  return type.startsWith('audio/') ? 'audio' : 'document';
}
