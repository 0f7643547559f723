import type { ReactElement } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import { type CanvasTone, canvasTone } from '@/flows/schema/flow';
import { toneLooks } from '../../canvas/tone-looks';

type Props = {
  readonly label: string;
  readonly value: CanvasTone;
  readonly onChange: (tone: CanvasTone) => void;
};

/** One of the colours of notes and groups. */
export function TonePicker({ label, value, onChange }: Props): ReactElement {
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="text-xs font-medium text-ink-soft">{label}</legend>
      <div className="flex flex-wrap gap-1.5">
        {canvasTone.options.map((tone) => (
          <button
            key={tone}
            type="button"
            aria-pressed={tone === value}
            onClick={() => onChange(tone)}
            className={classNames(
              'min-h-8 rounded-lg border px-2.5 text-xs font-medium aria-pressed:ring-2 aria-pressed:ring-focus',
              toneLooks[tone],
            )}
          >
            {words.editor.inspector.group.tones[tone]}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
