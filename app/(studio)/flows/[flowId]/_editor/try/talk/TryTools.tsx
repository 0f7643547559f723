'use client';

import type { ReactElement } from 'react';
import { Button } from '@/app/_ui/Button';
import { Combobox } from '@/app/_ui/Combobox';
import { words } from '@/app/_words/en';
import { type Intent, intents } from '@/flows/schema/intents';
import { sayCode } from '../../../../../_reading/say-code';
import { useTry, useTryStore } from '../try-context';
import { sendFailure, type TryStep } from '../tryout';

const texts = words.editor.try;
const HOUR = 3_600;

type ActProps = { readonly onAct: (step: TryStep) => void };
type Props = ActProps & { readonly id: string };

/** What else can happen than words: time passes, a message is taken for something, a message does not arrive. */
export function TryTools({ id, onAct }: Props): ReactElement {
  return (
    <div id={id} className="flex max-h-52 flex-col gap-2.5 overflow-y-auto py-1.5">
      <Clock onAct={onAct} />
      <UnderstandAs />
      <fieldset className="flex flex-col gap-1">
        <legend className="text-xs font-medium text-ink-soft">{texts.failNext}</legend>
        <div className="flex flex-wrap gap-1.5">
          {sendFailure.options.map((code) => (
            <Button key={code} onClick={() => onAct({ type: 'sendFails', code })}>
              {texts.failureNames[code]}
            </Button>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

/** Moves the simulated clock; what falls due on the way happens. */
function Clock({ onAct }: ActProps): ReactElement {
  const clock = useTry(({ played, lookedAt }) =>
    lookedAt === null ? played?.play.clock : played?.play.turns[lookedAt]?.clock,
  );
  const pass = (seconds: number): void => onAct({ type: 'passed', seconds });
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="text-xs font-medium text-ink-soft">{texts.clock}</legend>
      <div className="flex flex-wrap gap-1.5">
        <Button onClick={() => pass(HOUR)}>{texts.anHour}</Button>
        <Button onClick={() => pass(24 * HOUR)}>{texts.aDay}</Button>
        <Button disabled={!clock} onClick={() => pass(clock?.secondsToMorning ?? HOUR)}>
          {texts.nextMorning}
        </Button>
        <Button disabled={!clock?.secondsToTimer} onClick={() => pass(clock?.secondsToTimer ?? HOUR)}>
          {texts.nextTimer}
        </Button>
      </div>
    </fieldset>
  );
}

const AS_READ = '';
const options: readonly { readonly value: Intent | typeof AS_READ; readonly label: string }[] = [
  { value: AS_READ, label: texts.asRead },
  ...intents.map((intent) => ({ value: intent, label: sayCode(intent) })),
];

function UnderstandAs(): ReactElement {
  const store = useTryStore();
  const understoodAs = useTry((state) => state.understoodAs);
  return (
    <Combobox<Intent | typeof AS_READ>
      label={texts.understandAs}
      value={understoodAs ?? AS_READ}
      options={options}
      noMatch={texts.noIntent}
      onChange={(intent) => store.getState().understandAs(intent === AS_READ ? null : intent)}
    />
  );
}
