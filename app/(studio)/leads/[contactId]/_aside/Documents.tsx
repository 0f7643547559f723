import { Paperclip } from 'lucide-react';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { writeTime } from '../../../_time/write-time';
import type { LeadDetails } from '../lead-page-types';
import { Section } from '../Section';

const texts = words.leadPage.documents;

/** The files that they sent. */
export function Documents({ documents }: { readonly documents: LeadDetails['documents'] }): ReactElement {
  return (
    <Section title={texts.title}>
      {documents.length === 0 ? <p className="text-sm text-ink-soft">{texts.none}</p> : null}
      <ul className="hairlines">
        {documents.map((file) => (
          <li key={file.id} className="flex items-center gap-2.5 py-1.5 text-sm">
            <Paperclip aria-hidden className="size-4 shrink-0 text-ink-soft" />
            <FileName file={file} />
            <time dateTime={file.at} className="ml-auto shrink-0 text-xs text-ink-faint">
              {writeTime(file.at)}
            </time>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function FileName({ file }: { readonly file: LeadDetails['documents'][number] }): ReactElement {
  const kinds: Readonly<Record<string, string>> = words.phone.kinds;
  const name = file.filename ?? kinds[file.kind] ?? file.kind;
  if (file.url === null) {
    const standing = file.status === 'failed' ? words.phone.fileFailed : words.phone.fileWaiting;
    return (
      <span className="min-w-0 wrap-anywhere">
        {name} <span className="text-xs text-ink-faint">{standing}</span>
      </span>
    );
  }
  return (
    <a
      href={file.url}
      target="_blank"
      rel="noreferrer"
      aria-label={words.phone.openFile(name)}
      className="min-w-0 rounded font-medium wrap-anywhere hover:text-accent"
    >
      {name}
    </a>
  );
}
