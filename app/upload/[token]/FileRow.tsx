import { CircleAlert, CircleCheck, File as FileIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import type { UploadWords } from '../_words';
import type { UploadItem } from './upload-item';

type Props = { readonly item: UploadItem; readonly words: UploadWords; readonly onAgain: () => void };

/** One file on its way: how far it is, that it has arrived, or why not. */
export function FileRow({ item, words, onAgain }: Props): ReactElement {
  const { name, size, state } = item;
  return (
    <li className="flex items-center gap-3 rounded-xl border border-line bg-surface px-3 py-2.5">
      <StateIcon state={state} />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p className="truncate text-sm font-medium" dir="auto">
          {name}
        </p>
        <p role="status" className={state.type === 'failed' ? 'text-xs text-danger' : 'text-xs text-ink-soft'}>
          {sizeInWords(size)} · {sayState(state, words)}
        </p>
        {state.type === 'sending' ? (
          <div aria-hidden className="h-1 overflow-hidden rounded-full bg-sunken">
            <div className="h-full rounded-full bg-accent" style={{ width: `${state.percent}%` }} />
          </div>
        ) : null}
      </div>
      {state.type === 'failed' && state.canRetry ? (
        <Button aria-label={words.againNamed(name)} onClick={onAgain} className="min-h-11 shrink-0">
          {words.again}
        </Button>
      ) : null}
    </li>
  );
}

function StateIcon({ state }: { readonly state: UploadItem['state'] }): ReactElement {
  if (state.type === 'received') return <CircleCheck aria-hidden className="size-5 shrink-0 text-accent" />;
  if (state.type === 'failed') return <CircleAlert aria-hidden className="size-5 shrink-0 text-danger" />;
  return <FileIcon aria-hidden className="size-5 shrink-0 text-ink-faint" />;
}

function sayState(state: UploadItem['state'], words: UploadWords): string {
  switch (state.type) {
    case 'waiting':
      return words.waiting;
    case 'sending':
      return words.sending(state.percent);
    case 'received':
      return words.received;
    case 'failed':
      return words.problems[state.code];
    default:
      return state satisfies never;
  }
}

function sizeInWords(bytes: number): string {
  const megabytes = bytes / 1024 / 1024;
  return megabytes < 0.1 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${megabytes.toFixed(1)} MB`;
}
