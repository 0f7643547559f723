'use client';

import { Bookmark, Flag, ListEnd, Play, RotateCcw } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { IconButton } from '@/app/_ui/IconButton';
import { Select } from '@/app/_ui/Select';
import { words } from '@/app/_words/en';
import { personas } from '@/flows/scenarios/personas/personas';
import { restOfScript } from '../persona-script';
import { useTry, useTryStore } from '../try-context';
import { RecordSheet } from './RecordSheet';
import { StartSheet } from './StartSheet';

const texts = words.editor.try;
const NOBODY = '';

/** Who talks and how it begins, and the acts on the whole conversation. */
export function TalkHeader(): ReactElement {
  const store = useTryStore();
  const tryout = useTry((state) => state.tryout);
  const [sheet, setSheet] = useState<'start' | 'record' | null>(null);
  const { start } = tryout;
  const changePersona = (id: string): void => {
    const persona = personas.find((one) => one.id === id);
    const language = persona?.language ?? start.language;
    store.getState().startOver({ ...start, now: new Date().toISOString(), language, persona: persona?.id ?? null });
  };
  return (
    <header className="flex flex-col gap-2 border-b border-line px-3 py-2">
      <div className="flex items-center gap-1">
        <Select
          label={texts.persona}
          isLabelHidden
          value={start.persona ?? NOBODY}
          options={[
            { value: NOBODY, label: texts.noPersona },
            ...personas.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={changePersona}
          className="flex-1"
        />
        <IconButton
          icon={RotateCcw}
          label={texts.startOver}
          onClick={() => store.getState().startOver({ ...start, now: new Date().toISOString() })}
        />
        <IconButton icon={Flag} label={texts.startAt} onClick={() => setSheet('start')} />
        <IconButton
          icon={Bookmark}
          label={texts.record}
          disabled={tryout.steps.length === 0}
          onClick={() => setSheet('record')}
        />
      </div>
      <Script />
      {sheet === 'start' ? <StartSheet onClose={() => setSheet(null)} /> : null}
      {sheet === 'record' ? <RecordSheet onClose={() => setSheet(null)} /> : null}
    </header>
  );
}

/** The persona's manner, and their lines one by one or all at once. */
function Script(): ReactElement | null {
  const store = useTryStore();
  const tryout = useTry((state) => state.tryout);
  const persona = personas.find(({ id }) => id === tryout.start.persona);
  if (!persona) return null;
  const rest = restOfScript(persona, tryout);
  const say = (lines: readonly string[]): void => {
    for (const text of lines) {
      store.getState().act({ type: 'said', texts: [text], understoodAs: store.getState().understoodAs });
    }
  };
  return (
    <div className="flex flex-col gap-1.5">
      <p className="text-xs text-ink-soft max-md:hidden">{persona.about}</p>
      <div className="flex items-center gap-2">
        <Button disabled={rest.length === 0} onClick={() => say(rest.slice(0, 1))}>
          <Play aria-hidden className="size-3.5" />
          {texts.nextLine}
        </Button>
        <Button disabled={rest.length === 0} onClick={() => say(rest)}>
          <ListEnd aria-hidden className="size-3.5" />
          {texts.playAll}
        </Button>
        <span className="text-xs text-ink-faint">{texts.linesLeft(rest.length)}</span>
      </div>
    </div>
  );
}
