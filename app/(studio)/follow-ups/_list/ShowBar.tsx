import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { type Show, shows } from './shows';

const texts = words.followUps.shows;

type Props = { readonly show: Show; readonly onShow: (show: Show) => void };

/** Which ones are listed. */
export function ShowBar({ show, onShow }: Props): ReactElement {
  return (
    <fieldset className="-mx-5 mt-5 overflow-x-auto px-5 md:mx-0 md:px-0">
      <legend className="sr-only">{texts.label}</legend>
      <div className="flex w-max min-w-full gap-1 border-b border-line">
        {shows.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === show}
            onClick={() => onShow(one)}
            className="-mb-px shrink-0 rounded-t-md border-b-2 border-transparent px-2.5 py-2 text-sm font-medium text-ink-soft hover:text-ink aria-pressed:border-accent aria-pressed:text-accent"
          >
            {texts[one]}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
