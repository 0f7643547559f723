import { ChevronRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { Badge } from '@/app/_ui/Badge';
import { words } from '@/app/_words/en';
import type { Understanding } from '@/flows/schema/understanding';
import { writeShare } from '../../../../../_figures/write-figure';
import { languageName } from '../../../../../_language/language-name';
import { Confidence } from '../../../../../_reading/Confidence';
import { describeEvent } from '../../../../../_reading/describe-event';
import { sayCode } from '../../../../../_reading/say-code';
import { nameOfSlot } from '../../../../../_slots/name-of-slot';
import { writeValue } from '../../../../../_slots/write-value';
import type { PlayedTurn } from '../play';
import { useTry } from '../try-context';

const texts = words.editor.try;

/** Under one percent a reading is no alternative. */
const LEAST_CONFIDENCE = 0.01;

type Props = { readonly turn: PlayedTurn; readonly understanding: Understanding };

/** What was understood, in one line; opened, from which words, what else it could have been, and what followed. */
export function ReadingLine({ turn, understanding }: Props): ReactElement {
  const { intent, confidence, slots } = understanding;
  const timezone = useTry(({ tryout }) => tryout.start.timezone);
  const isForced = useTry(({ tryout }) => isUnderstoodAs(tryout.steps[turn.step]));
  const values = Object.entries(slots).map(([slot, { value }]) => writeValue(slot, value, timezone));
  return (
    <details className="group/reading mt-1 rounded-md bg-chat-pill px-2 py-1 text-xs text-chat-ink">
      <summary className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <ChevronRight aria-hidden className="size-3.5 shrink-0 text-chat-meta group-open/reading:rotate-90" />
        <Badge tone={isForced ? 'mark' : 'accent'}>{sayCode(intent)}</Badge>
        {isForced ? <span>{texts.forced}</span> : <Confidence share={confidence} />}
        <span className="min-w-0 truncate text-chat-meta">{values.join(', ')}</span>
      </summary>
      <div className="mt-1.5 flex flex-col gap-1.5">
        <Slots understanding={understanding} timezone={timezone} />
        <Alternatives understanding={understanding} />
        <ol aria-label={texts.events} className="flex flex-col gap-0.5 border-l border-line pl-2">
          {turn.events.map((event, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a turn's events never change and have no id of their own.
            <li key={index} className="wrap-anywhere text-chat-meta">
              <span className="font-mono text-accent">{event.type}</span> {describeEvent(event)}
            </li>
          ))}
        </ol>
      </div>
    </details>
  );
}

type SlotsProps = { readonly understanding: Understanding; readonly timezone: string };

function Slots({ understanding: { slots }, timezone }: SlotsProps): ReactElement | null {
  const read = Object.entries(slots);
  if (read.length === 0) return null;
  return (
    <ul aria-label={words.inspector.read} className="flex flex-col gap-0.5">
      {read.map(([slot, { value, confidence, span }]) => (
        <li key={slot} className="wrap-anywhere">
          <span className="text-chat-meta">{nameOfSlot(slot)}:</span>{' '}
          <span className="font-medium">{writeValue(slot, value, timezone)}</span>{' '}
          {span ? <q className="text-chat-meta">{span.text}</q> : null}{' '}
          <span className="text-chat-meta">{writeShare(confidence)}</span>
        </li>
      ))}
    </ul>
  );
}

function Alternatives({ understanding }: { readonly understanding: Understanding }): ReactElement {
  const { language, script, sentiment } = understanding;
  const others = understanding.alternatives.filter((one) => one.confidence >= LEAST_CONFIDENCE).slice(0, 3);
  const told = others.map((one) => `${sayCode(one.intent)} ${writeShare(one.confidence)}`).join(', ');
  return (
    <p className="text-chat-meta">
      {told === '' ? null : `${words.inspector.alternatives} ${told} · `}
      {[languageName(language), words.inspector.scripts[script], words.inspector.sentiments[sentiment]].join(' · ')}
    </p>
  );
}

function isUnderstoodAs(step: { readonly type: string; readonly understoodAs?: unknown } | undefined): boolean {
  return step?.type === 'said' && step.understoodAs !== null;
}
