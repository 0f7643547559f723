import type { ReactElement } from 'react';
import { Copyable } from '@/app/_copy/Copyable';
import { words } from '@/app/_words/en';

const texts = words.whatsapp;

/** What is to be entered at Meta as the webhook's address. */
export function CallbackUrl({ url }: { readonly url: string | null }): ReactElement {
  return (
    <div>
      <p className="text-sm font-medium">{texts.callbackUrl}</p>
      {url === null ? (
        <p className="text-sm text-ink-soft">
          {texts.noCallbackUrl}{' '}
          <code className="rounded-md bg-sunken px-1.5 py-0.5 font-mono text-xs text-ink">/api/webhooks/whatsapp</code>
        </p>
      ) : (
        <Copyable label={texts.callbackUrl} text={url} />
      )}
    </div>
  );
}
