import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import type { Overview } from '../whatsapp-types';
import { CallbackUrl } from './CallbackUrl';
import { Variable } from './Variable';

const texts = words.whatsapp;

/** What the environment names, and what was to be entered at Meta. */
export function Setup({ overview }: { readonly overview: Overview }): ReactElement {
  return (
    <section aria-labelledby="setup">
      <h2 id="setup" className="text-lg font-semibold">
        {texts.setup}
      </h2>
      <p className="text-sm text-ink-soft">{texts.setupBody}</p>
      <ul className="my-3 flex flex-col gap-1">
        {overview.variables.map(({ name, isSet }) => (
          <li key={name}>
            <Variable name={name} isSet={isSet} />
          </li>
        ))}
      </ul>
      <CallbackUrl url={overview.callbackUrl} />
    </section>
  );
}
