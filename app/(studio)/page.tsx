import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactElement, ReactNode } from 'react';
import { buttonClass } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';

/** Where a newcomer lands: what this is, and the steps to a running conversation. */
export default function HomePage(): ReactElement {
  const [talk, see, model, connect] = words.home.steps;
  return (
    <div className="mx-auto flex min-h-full max-w-4xl flex-col justify-center gap-12 px-6 py-12 md:px-12">
      <header className="max-w-2xl">
        <p lang="hi" className="mb-3 text-sm font-medium text-ink-faint">
          वार्ता · ವಾರ್ತಾ · வார்த்தை · వార్త
        </p>
        <h1 className="text-3xl font-semibold tracking-tight text-balance">{words.home.title}</h1>
        <p className="mt-3 text-lg text-ink-soft text-pretty">{words.home.lead}</p>
      </header>
      <ol className="hairlines border-y border-line">
        <Step number={1} title={talk.title} text={talk.text}>
          <Link href="/simulator" className={buttonClass('primary')}>
            {talk.action}
            <ArrowRight aria-hidden className="size-4" />
          </Link>
        </Step>
        <Step number={2} title={see.title} text={see.text}>
          <Link href="/flows" className={buttonClass('quiet')}>
            {see.action}
          </Link>
        </Step>
        <Step number={3} title={model.title} text={model.text}>
          <Link href="/settings" className={buttonClass('quiet')}>
            {model.action}
          </Link>
        </Step>
        <Step number={4} title={connect.title} text={connect.text}>
          <code className="rounded-lg bg-sunken px-3 py-1.5 font-mono text-xs break-all">/api/webhooks/whatsapp</code>
        </Step>
      </ol>
    </div>
  );
}

type StepProps = {
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
};

function Step({ number, title, text, children }: StepProps): ReactElement {
  return (
    <li className="grid gap-x-6 gap-y-3 py-6 sm:grid-cols-[2rem_1fr_13rem] sm:items-center">
      <span aria-hidden className="text-xl font-semibold text-accent tabular-nums">
        {number}
      </span>
      <div>
        <h2 className="text-base font-semibold">{title}</h2>
        <p className="mt-1 max-w-prose text-sm text-ink-soft">{text}</p>
      </div>
      <div className="sm:justify-self-end">{children}</div>
    </li>
  );
}
