import { Unlink } from 'lucide-react';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { buttonClass } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { words } from '@/app/_words/en';
import type { LinkView } from '@/server/auth/links/link';
import { LinkForm, type LinkKind } from './LinkForm';

const texts = words.entry.links;

type Props = {
  readonly kind: LinkKind;
  readonly token: string;
  /** What the server knows of the token; null: nothing any more. */
  readonly link: LinkView | null;
};

/** What a one-time link opens: the form of its kind, or that it does not work any more and what to do. */
export function LinkPage({ kind, token, link }: Props): ReactElement {
  if (link?.kind !== kind) {
    return (
      <Notice
        icon={Unlink}
        title={texts.deadTitle}
        action={
          <Link href="/sign-in" className={buttonClass('primary')}>
            {texts.toSignIn}
          </Link>
        }
      >
        {texts.dead[kind]}
      </Notice>
    );
  }
  return (
    <section aria-labelledby="link" className="rounded-2xl border border-line bg-surface p-6 shadow-card">
      <h1 id="link" className="text-xl font-semibold tracking-tight">
        {texts[kind].title}
      </h1>
      <p className="mt-1 mb-5 text-sm text-ink-soft">{texts[kind].lead}</p>
      {kind === 'password' ? null : (
        <p className="mb-5 rounded-lg bg-accent-soft px-3 py-2 text-sm text-accent-strong">
          {texts.role(words.roles[link.role].label)} {words.roles[link.role].body}
        </p>
      )}
      <LinkForm kind={kind} token={token} name={link.name} email={link.email} />
    </section>
  );
}
