import { CircleCheck, Clock, type LucideIcon, Unlink } from 'lucide-react';
import type { Metadata } from 'next';
import { cache, type ReactElement, type ReactNode } from 'react';
import { Notice } from '@/app/_ui/Notice';
import { readUploadPage } from '@/server/uploads/read-upload-page';
import { uploadWordsOf } from '../_words';
import { Papers } from './Papers';
import { Uploads } from './Uploads';

export const dynamic = 'force-dynamic';

type Props = {
  readonly params: Promise<{ readonly token: string }>;
  readonly searchParams: Promise<{ readonly problem?: string | readonly string[] }>;
};

const read = cache((token: string) => readUploadPage(token, new Date()));

/** The address is the key: no search engine keeps it, and no other site learns it. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language, lenderName } = await read((await params).token);
  const { words } = uploadWordsOf(language);
  return {
    title: { absolute: `${words.title} · ${lenderName}` },
    description: words.lead(lenderName),
    robots: { index: false, follow: false },
    referrer: 'no-referrer',
  };
}

export default async function UploadPage({ params, searchParams }: Props): Promise<ReactElement> {
  const { token } = await params;
  const { problem } = await searchParams;
  const { lenderName, language: wanted, state, files, fileCount, papers } = await read(token);
  const { language, words } = uploadWordsOf(wanted);
  switch (state) {
    case 'open':
      return (
        <Frame language={language} lenderName={lenderName}>
          <h1 className="text-2xl font-semibold tracking-tight">{words.title}</h1>
          <p className="text-ink-soft">{words.lead(lenderName)}</p>
          <Papers parts={papers} />
          <Uploads
            token={token}
            language={language}
            lenderName={lenderName}
            received={files}
            problem={typeof problem === 'string' ? problem : undefined}
          />
        </Frame>
      );
    case 'used':
      return (
        <Frame language={language} lenderName={lenderName}>
          <Ending icon={CircleCheck} title={words.thanksTitle}>
            {words.thanks(fileCount)} {words.thanksBody}
          </Ending>
        </Frame>
      );
    case 'expired':
      return (
        <Frame language={language} lenderName={lenderName}>
          <Ending icon={Clock} title={words.expiredTitle}>
            {words.expiredBody}
          </Ending>
        </Frame>
      );
    case 'unknown':
      return (
        <Frame language={language} lenderName={lenderName}>
          <Ending icon={Unlink} title={words.unknownTitle}>
            {words.unknownBody}
          </Ending>
        </Frame>
      );
    default:
      return state satisfies never;
  }
}

function Frame({
  language,
  lenderName,
  children,
}: {
  readonly language: string;
  readonly lenderName: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <main lang={language} className="mx-auto flex min-h-dvh w-full max-w-lg flex-col gap-5 px-5 py-8">
      <p className="border-line border-b pb-4 text-sm font-semibold text-accent">{lenderName}</p>
      {children}
    </main>
  );
}

function Ending({
  icon,
  title,
  children,
}: {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className="my-auto">
      <Notice icon={icon} title={title}>
        {children}
      </Notice>
    </div>
  );
}
