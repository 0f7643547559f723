import { CircleAlert, CircleCheck } from 'lucide-react';
import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import type { LanguagePlay } from '@/flows/scenarios/play-in-languages';
import { languageName } from '../../../../../_language/language-name';
import { StateButton } from '../StateButton';

const texts = words.editor.try.scenarios;

/** One scenario in every language: the same way, or from which step on it goes elsewhere, and where to. */
export function LanguageWays({ plays }: { readonly plays: readonly LanguagePlay[] }): ReactElement {
  return (
    <ul aria-label={texts.languages} className="flex flex-col gap-1 text-xs">
      {plays.map((play) => (
        <li key={play.language} className="flex flex-wrap items-center gap-x-2">
          {play.differsAt === null ? (
            <CircleCheck aria-hidden className="size-3.5 text-accent" />
          ) : (
            <CircleAlert aria-hidden className="size-3.5 text-danger" />
          )}
          <span lang={play.language} className="font-medium">
            {languageName(play.language)}
          </span>
          {play.differsAt === null ? (
            <span className="text-ink-soft">{texts.sameWay}</span>
          ) : (
            <Difference play={play} step={play.differsAt} />
          )}
          {play.misread.length > 0 ? <span className="text-mark-ink">{texts.misread(play.misread)}</span> : null}
        </li>
      ))}
    </ul>
  );
}

function Difference({ play, step }: { readonly play: LanguagePlay; readonly step: number }): ReactElement {
  const { heard = [], state } = play.steps[step - 1] ?? {};
  return (
    <>
      <span className="text-danger">{texts.differsAt(step)}</span>
      <q lang={play.language} className="text-ink-soft">
        {heard.join(' / ')}
      </q>
      {state === undefined ? null : <StateButton id={state} className="font-semibold" />}
    </>
  );
}
