import { useRef, useState } from 'react';
import { sendFile } from './send-file';
import type { UploadItem } from './upload-item';

export type ReceivedFile = { readonly filename: string; readonly byteSize: number };

export type UploadsDesk = {
  readonly items: readonly UploadItem[];
  readonly add: (files: readonly File[]) => void;
  readonly again: (id: string) => void;
};

const mostAtOnce = 2; // a phone's line is narrow
const mostBytes = 20 * 1024 * 1024;

/** Sends what is added, two files at a time. A file that did not get through stays in the list, to be sent again. */
export function useUploads(token: string, received: readonly ReceivedFile[]): UploadsDesk {
  const [items, setItems] = useState(() => received.map(toReceived));
  const files = useRef(new Map<string, File>());
  const line = useRef<string[]>([]);
  const underWay = useRef(0);

  const tell = (id: string, state: UploadItem['state']): void => {
    setItems((all) => all.map((item) => (item.id === id ? { ...item, state } : item)));
  };

  const sendNext = (): void => {
    const id = underWay.current < mostAtOnce ? line.current.shift() : undefined;
    const file = id === undefined ? undefined : files.current.get(id);
    if (id === undefined || !file) return;
    underWay.current += 1;
    tell(id, { type: 'sending', percent: 0 });
    void sendFile(token, { id, file }, (percent) => tell(id, { type: 'sending', percent })).then((state) => {
      underWay.current -= 1;
      tell(id, state);
      sendNext();
    });
    sendNext();
  };

  const add = (chosen: readonly File[]): void => {
    const added = chosen.map((file): UploadItem => {
      const id = newFileId();
      const shown = { id, name: file.name, size: file.size };
      // Not worth the customer's data: it would be refused.
      if (file.size > mostBytes) return { ...shown, state: { type: 'failed', code: 'file.tooLarge', canRetry: false } };
      files.current.set(id, file);
      line.current.push(id);
      return { ...shown, state: { type: 'waiting' } };
    });
    setItems((all) => [...all, ...added]);
    sendNext();
  };

  const again = (id: string): void => {
    tell(id, { type: 'waiting' });
    line.current.push(id);
    sendNext();
  };

  return { items, add, again };
}

function toReceived({ filename, byteSize }: ReceivedFile, index: number): UploadItem {
  return { id: `received-${index}`, name: filename, size: byteSize, state: { type: 'received' } };
}

/** By which the server knows a file that is sent again. */
function newFileId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
