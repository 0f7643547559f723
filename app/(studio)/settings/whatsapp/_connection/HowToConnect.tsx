import type { ReactElement } from 'react';
import { Copyable } from '@/app/_copy/Copyable';
import { words } from '@/app/_words/en';
import type { Overview } from '../whatsapp-types';
import { CallbackUrl } from './CallbackUrl';
import { Variable } from './Variable';

const texts = words.whatsapp.connect;

/** The steps to a connected number. */
export function HowToConnect({ overview }: { readonly overview: Overview }): ReactElement {
  const { variables, callbackUrl } = overview;
  const isSet = (name: string): boolean => variables.some((variable) => variable.name === name && variable.isSet);
  return (
    <section aria-labelledby="connect">
      <h2 id="connect" className="text-lg font-semibold">
        {texts.title}
      </h2>
      <p className="text-sm text-ink-soft">{texts.lead}</p>
      <ol className="hairlines mt-4 border-y border-line">
        {texts.steps.map((step, index) => (
          <li key={step.title} className="flex gap-4 py-5">
            <span aria-hidden className="w-5 shrink-0 text-lg font-semibold text-accent tabular-nums">
              {index + 1}
            </span>
            <div className="flex min-w-0 flex-col gap-2">
              <div>
                <h3 className="text-sm font-semibold">{step.title}</h3>
                <p className="max-w-prose text-sm text-ink-soft">{step.body}</p>
              </div>
              {step.variables.map((name) => (
                <Variable key={name} name={name} isSet={isSet(name)} />
              ))}
              {step.variables.some((name) => name === 'PUBLIC_URL') ? <Webhook callbackUrl={callbackUrl} /> : null}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Webhook({ callbackUrl }: Pick<Overview, 'callbackUrl'>): ReactElement {
  const { fields, webhookFields } = words.whatsapp;
  return (
    <>
      <CallbackUrl url={callbackUrl} />
      <div>
        <p className="text-sm font-medium">{fields}</p>
        <Copyable label={fields} text={webhookFields.join(', ')} />
      </div>
    </>
  );
}
