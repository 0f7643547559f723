import { type ReactElement, useEffect, useRef } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { words } from '@/app/_words/en';
import { writeShare } from '../../../../../_figures/write-figure';
import { MessageText } from '../../../../../_phone/MessageText';
import { writeTime } from '../../../../../_time/write-time';
import { readable } from '../../canvas/outcome-rows';
import type { ReplayStep } from '../live-types';

const texts = words.editor.live.replay;

type Props = {
  readonly steps: readonly ReplayStep[];
  readonly index: number;
  readonly onIndex: (index: number) => void;
};

/** The whole conversation; the step that is shown stands out, those after it are pale. */
export function ReplaySteps({ steps, index, onIndex }: Props): ReactElement {
  const current = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (index >= 0) current.current?.scrollIntoView({ block: 'nearest' });
  }, [index]);
  return (
    <ol aria-label={texts.conversation} className="flex min-h-40 flex-1 flex-col gap-1 overflow-y-auto p-2">
      {steps.map((step, at) => (
        <li
          key={step.turnId}
          ref={at === index ? current : undefined}
          className={classNames(
            'flex flex-col gap-1 rounded-xl p-1.5 text-sm',
            at === index && 'bg-accent-soft',
            at > index && 'opacity-55',
          )}
        >
          <button
            type="button"
            aria-current={at === index ? 'step' : undefined}
            onClick={() => onIndex(at)}
            className="rounded-md px-1 text-left text-xs text-ink-soft hover:text-ink hover:underline pointer-coarse:min-h-9"
          >
            {nameOfInput(step.input)}, {writeTime(step.at)}
          </button>
          <Exchange step={step} />
        </li>
      ))}
    </ol>
  );
}

function Exchange({ step }: { readonly step: ReplayStep }): ReactElement {
  return (
    <>
      {step.heard.map((text, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was said stays in its order, and may be said twice
        <Said key={line} who="customer" text={text} />
      ))}
      {step.intent === null ? null : (
        <p className="self-end text-xs text-ink-soft">
          {texts.understood(readable(step.intent), writeShare(step.confidence ?? 0))}
        </p>
      )}
      {step.said.map(({ language, text }, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same
        <Said key={line} who="business" text={text} language={language} />
      ))}
    </>
  );
}

type SaidProps = { readonly who: 'customer' | 'business'; readonly text: string; readonly language?: string };

function Said({ who, text, language }: SaidProps): ReactElement {
  return (
    <div
      className={classNames(
        'max-w-[88%] rounded-xl px-3 py-1.5 text-chat-ink',
        who === 'customer' ? 'self-end bg-chat-out' : 'self-start border border-line bg-chat-in',
      )}
    >
      <span className="sr-only">{texts[who]}: </span>
      <div lang={language}>
        <MessageText text={text} />
      </div>
    </div>
  );
}

function nameOfInput(input: string): string {
  const names: Readonly<Record<string, string>> = texts.inputs;
  return names[input] ?? texts.otherInput;
}
