'use client';

import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import type { Span } from '../MessageText';
import { mediaIcons } from '../media-icons';
import type { PhoneFile, ReceivedFile } from '../phone-content';
import { Heard } from '../voice/Heard';
import { useLastingUrl } from '../voice/use-lasting-url';
import { VoicePlayer } from '../voice/VoicePlayer';
import { byteText } from './byte-text';
import { PartCard } from './PartCard';
import { WordsBelow } from './WordsBelow';

const texts = words.phone;

type Props = { readonly content: ReceivedFile; readonly span: Span | null };

/** A customer's file: played, shown, or named and opened by its link. */
export function FileBubble({ content, span }: Props): ReactElement {
  return (
    <>
      <Shown content={content} />
      {content.kind === 'voice' ? <Heard content={content} span={span} /> : null}
      {content.kind === 'sticker' ? null : <WordsBelow text={content.caption} span={span} />}
    </>
  );
}

function Shown({ content }: { readonly content: ReceivedFile }): ReactElement {
  const { kind, file } = content;
  const name = content.filename ?? texts.kinds[kind];
  if (!file?.url) {
    return (
      <PartCard icon={mediaIcons[kind]} title={name}>
        {file ? waitingWords[file.status] : null}
      </PartCard>
    );
  }
  switch (kind) {
    case 'voice':
    case 'audio':
      return <VoicePlayer url={file.url} label={name} durationMs={file.durationMs} />;
    case 'image':
    case 'sticker':
      return <Picture url={file.url} kind={kind} />;
    case 'video':
      return <Film url={file.url} />;
    case 'document':
      return <Document name={name} file={file} url={file.url} />;
    default:
      return kind satisfies never;
  }
}

const waitingWords = { waiting: texts.fileWaiting, stored: null, failed: texts.fileFailed } as const satisfies Record<
  PhoneFile['status'],
  string | null
>;

function Picture({ url: newest, kind }: { readonly url: string; readonly kind: 'image' | 'sticker' }): ReactElement {
  const { url, renew } = useLastingUrl(newest);
  return (
    <a href={newest} target="_blank" rel="noreferrer noopener" aria-label={texts.openFile(texts.kinds[kind])}>
      {/* biome-ignore lint/performance/noImgElement: a customer's own file by a signed link, which nothing may keep. */}
      <img
        src={url}
        alt={texts.kinds[kind]}
        onError={renew}
        className={
          kind === 'sticker' ? 'mb-4 size-32 object-contain' : 'mb-1 max-h-64 min-h-16 w-full rounded-md object-cover'
        }
      />
    </a>
  );
}

function Film({ url: newest }: { readonly url: string }): ReactElement {
  const { url, renew } = useLastingUrl(newest);
  return (
    // biome-ignore lint/a11y/useMediaCaption: a customer's own video has none.
    <video
      src={url}
      controls
      preload="metadata"
      aria-label={texts.kinds.video}
      onError={renew}
      className="mb-1 max-h-64 w-full rounded-md bg-sunken"
    />
  );
}

function Document({ name, file, url }: { readonly name: string; readonly file: PhoneFile; readonly url: string }) {
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer noopener"
      aria-label={texts.openFile(name)}
      className="block hover:opacity-85"
    >
      <PartCard icon={mediaIcons.document} title={name}>
        {file.byteSize === null ? null : byteText(file.byteSize)}
      </PartCard>
    </a>
  );
}
