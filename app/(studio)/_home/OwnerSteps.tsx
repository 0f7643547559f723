import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { buttonClass } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { SecondFactorReminder } from '../_me/SecondFactorReminder';
import { SampleData } from '../_sample/SampleData';
import { Step } from './Step';

/** Sample data to look at, and the steps to a running conversation. */
export function OwnerSteps(): ReactElement {
  const [talk, see, model, connect] = words.home.steps;
  return (
    <>
      <SecondFactorReminder />
      <SampleData />
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
    </>
  );
}
