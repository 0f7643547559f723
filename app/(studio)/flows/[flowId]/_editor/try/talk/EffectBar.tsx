'use client';

import { PlugZap } from 'lucide-react';
import { type ReactElement, useId, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Select } from '@/app/_ui/Select';
import { words } from '@/app/_words/en';
import { useTry } from '../try-context';
import type { TryStep } from '../tryout';

const texts = words.editor.try;

/** How an outside call may end badly, by the codes that the runtime gives. */
const failures = ['call.timedOut', 'call.failed'] as const;

/** While the conversation waits for an outside service: how that answers. */
export function EffectBar({ onAct }: { readonly onAct: (step: TryStep) => void }): ReactElement | null {
  const wait = useTry(({ played, lookedAt }) => {
    const turns = played?.play.turns;
    return turns?.[lookedAt ?? turns.length - 1]?.wait ?? null;
  });
  const id = useId();
  const [body, setBody] = useState('{}');
  const [code, setCode] = useState<(typeof failures)[number]>('call.timedOut');
  if (wait?.type !== 'effect') return null;
  const json = parsed(body);
  return (
    <section
      aria-label={texts.effect}
      className="flex shrink-0 flex-col gap-2 border-t border-line bg-accent-soft px-3 py-2"
    >
      <p className="flex items-center gap-1.5 text-xs">
        <PlugZap aria-hidden className="size-3.5 shrink-0 text-accent" />
        <span className="min-w-0 wrap-anywhere">
          {texts.waitsForService} <code className="font-mono">{`${wait.effect.method} ${wait.effect.url}`}</code>
        </span>
      </p>
      <label htmlFor={id} className="sr-only">
        {texts.answerBody}
      </label>
      <textarea
        id={id}
        rows={2}
        spellCheck={false}
        value={body}
        aria-invalid={json === undefined}
        onChange={(event) => setBody(event.target.value)}
        className="field-sizing-content max-h-40 w-full rounded-lg border border-line bg-surface px-2 py-1 font-mono text-xs aria-invalid:border-danger"
      />
      {json === undefined ? <p className="text-xs text-danger">{texts.notJson}</p> : null}
      <div className="flex flex-wrap items-end gap-1.5">
        <Button
          look="primary"
          disabled={json === undefined}
          onClick={() => onAct({ type: 'settled', result: { ok: true, status: 200, body: json?.value ?? null } })}
        >
          {texts.answersOk}
        </Button>
        <Select
          label={texts.failureCode}
          isLabelHidden
          value={code}
          options={failures.map((value) => ({ value, label: texts.effectFailures[value] }))}
          onChange={setCode}
        />
        <Button onClick={() => onAct({ type: 'settled', result: { ok: false, code } })}>{texts.fails}</Button>
      </div>
    </section>
  );
}

type Json = Extract<Extract<TryStep, { type: 'settled' }>['result'], { ok: true }>['body'];

function parsed(text: string): { value: Json } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    // Half-typed JSON is no mistake yet.
    return undefined;
  }
}
