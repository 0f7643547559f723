'use client';

import { type ReactElement, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { words } from '@/app/_words/en';
import { setText } from '@/flows/edit/set-text';
import type { Flow } from '@/flows/schema/flow';
import { languageName } from '@/flows/schema/language-name';
import { useEditorStore } from '../../editor-context';
import type { SaidPart } from '../play';
import { nameOfTarget, type SaidText, saidTexts } from '../said-texts';
import { EditedText } from './EditedText';
import { endTextEdit } from './end-text-edit';

const texts = words.editor.try;

type Props = { readonly parts: readonly SaidPart[]; readonly onDone: () => void };

/** In the place of a message: the texts of the draft that it is made of. Saving changes the draft, and the talk is played again. */
export function EditBubble({ parts, onDone }: Props): ReactElement {
  const editor = useEditorStore();
  const [edited] = useState(() => parts.flatMap((part) => saidTexts(editor.getState().flow, part)));
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const save = (): void => {
    const changed = edited.filter((text) => (typed[keyOf(text)] ?? text.text) !== text.text);
    const [first] = changed;
    if (first) {
      const label = texts.editLabel(languageName(first.target.language), nameOfTarget(first.target));
      editor.getState().edit(label, (flow) => changed.reduce((next, text) => written(next, text, typed), flow));
    }
    onDone();
  };
  const fields = (shown: readonly SaidText[]): ReactElement[] =>
    shown.map((text, index) => (
      <EditedText
        key={keyOf(text)}
        text={text}
        value={typed[keyOf(text)] ?? text.text}
        isFirst={index === 0 && text === edited[0]}
        onChange={(value) => setTyped((before) => ({ ...before, [keyOf(text)]: value }))}
      />
    ));
  const bodies = edited.filter(isBody);
  const others = edited.filter((text) => !isBody(text));
  return (
    <form
      aria-label={texts.editing}
      className="mx-3 mt-2 flex flex-col gap-2 rounded-lg bg-chat-in p-2.5 shadow-card"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => endTextEdit(event, onDone)}
    >
      {fields(bodies)}
      {others.length > 0 ? (
        <details open={bodies.length === 0}>
          <summary className="text-xs font-medium text-chat-meta">{texts.otherTexts(others.length)}</summary>
          <div className="mt-2 flex flex-col gap-2">{fields(others)}</div>
        </details>
      ) : null}
      <div className="flex gap-2">
        <Button type="submit" look="primary">
          {texts.saveText}
        </Button>
        <Button look="bare" onClick={onDone}>
          {texts.cancel}
        </Button>
      </div>
    </form>
  );
}

function keyOf({ target }: SaidText): string {
  return `${nameOfTarget(target)}/${target.path}/${target.language}`;
}

function isBody({ use }: SaidText): boolean {
  return use === 'text' || use === 'interactiveBody' || use === 'caption';
}

function written(flow: Flow, text: SaidText, typed: Readonly<Record<string, string>>): Flow {
  return setText(flow, text.target, typed[keyOf(text)] ?? text.text);
}
