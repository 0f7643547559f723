'use client';

import { Camera, ShieldCheck } from 'lucide-react';
import { type ReactElement, useEffect, useEffectEvent, useRef } from 'react';
import { buttonClass } from '@/app/_ui/Button';
import { type ProblemCode, type UploadWords, uploadWordsOf } from '../_words';
import { FileRow } from './FileRow';
import { type ReceivedFile, useUploads } from './use-uploads';

type Props = {
  readonly token: string;
  readonly language: string;
  readonly lenderName: string;
  /** What is there already, from an earlier visit. */
  readonly received: readonly ReceivedFile[];
  /** The code of what went wrong, when a browser without scripts was led back here. */
  readonly problem: string | undefined;
};

const accept = '.pdf,.jpg,.jpeg,.png,.heic,.heif,application/pdf,image/jpeg,image/png,image/heic,image/heif';

/** Where the customer picks files, sees them arrive, and says that everything is there. */
export function Uploads({ token, language, lenderName, received, problem }: Props): ReactElement {
  const { words } = uploadWordsOf(language);
  const { items, add, again } = useUploads(token, received);
  const isUnderWay = items.some(({ state }) => state.type === 'waiting' || state.type === 'sending');
  const canFinish = !isUnderWay && items.some(({ state }) => state.type === 'received');
  const address = `/api/uploads/${token}`;
  return (
    <div className="flex flex-col gap-5">
      {problem === undefined ? null : <Problem words={words} code={problem} />}
      <form method="post" action={address} encType="multipart/form-data" className="flex flex-col gap-3">
        <Picker words={words} onPick={add} />
        <noscript>
          <button type="submit" className={buttonClass('quiet', 'min-h-12 w-full')}>
            {words.send}
          </button>
        </noscript>
      </form>
      {items.length === 0 ? null : (
        <section aria-label={words.files} className="flex flex-col gap-2">
          <h2 className="text-sm font-semibold">{words.files}</h2>
          <ul className="flex flex-col gap-2">
            {items.map((item) => (
              <FileRow key={item.id} item={item} words={words} onAgain={() => again(item.id)} />
            ))}
          </ul>
        </section>
      )}
      {items.length === 0 ? null : (
        <form method="post" action={`${address}/done`} className="flex flex-col gap-2">
          <button type="submit" disabled={!canFinish} className={buttonClass('primary', 'min-h-12 w-full text-base')}>
            {words.done}
          </button>
          <p className="text-center text-xs text-ink-soft">{words.doneHint}</p>
        </form>
      )}
      <p className="flex items-start gap-2 text-xs text-ink-soft">
        <ShieldCheck aria-hidden className="size-4 shrink-0 text-accent" />
        {words.safe(lenderName)}
      </p>
    </div>
  );
}

function Picker({
  words,
  onPick,
}: {
  readonly words: UploadWords;
  readonly onPick: (files: readonly File[]) => void;
}): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  const take = (): void => {
    const chosen = [...(input.current?.files ?? [])];
    if (input.current) input.current.value = ''; // the same file can be chosen again
    if (chosen.length > 0) onPick(chosen);
  };
  // What was chosen before the page's script had run is in the input, and no event tells of it.
  const takeEarly = useEffectEvent(take);
  useEffect(() => takeEarly(), []);
  return (
    <label className="flex cursor-pointer flex-col items-center gap-2 rounded-2xl border-2 border-line-strong border-dashed bg-surface px-4 py-7 text-center focus-within:border-accent hover:border-accent">
      <Camera aria-hidden className="size-7 text-accent" />
      <span className="text-base font-semibold text-accent">{words.choose}</span>
      <span className="text-xs text-ink-soft">{words.hint}</span>
      <input
        ref={input}
        type="file"
        name="file"
        multiple
        accept={accept}
        onChange={take}
        className="sr-only noscript:not-sr-only noscript:max-w-full noscript:text-xs"
      />
    </label>
  );
}

function Problem({ words, code }: { readonly words: UploadWords; readonly code: string }): ReactElement {
  return (
    <p role="alert" className="rounded-xl bg-danger-soft px-4 py-3 text-sm text-danger">
      {isProblemCode(words, code) ? words.problems[code] : words.problems['upload.failed']}
    </p>
  );
}

function isProblemCode(words: UploadWords, code: string): code is ProblemCode {
  return Object.hasOwn(words.problems, code);
}
