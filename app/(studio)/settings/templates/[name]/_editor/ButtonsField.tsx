import { ArrowUp, Trash2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { IconButton } from '@/app/_ui/IconButton';
import { Select } from '@/app/_ui/Select';
import { words } from '@/app/_words/en';
import type { TemplateTap } from '@/flows/templates/template-content';
import { templateLimits } from '@/flows/templates/template-limits';
import { IssuesOf } from './IssuesOf';
import { TapFields } from './TapFields';
import type { TemplateTextState } from './use-template-text';

const texts = words.templates;

const kinds = (['quickReply', 'url', 'phone', 'copyCode'] as const).map((value) => ({
  value,
  label: texts.buttonKinds[value],
}));

type Props = { readonly state: TemplateTextState; readonly language: string };

/** What can be tapped below the message. */
export function ButtonsField({ state: { content, issues, change }, language }: Props): ReactElement {
  const { buttons } = content;
  const own = issues.filter(({ place }) => place.part === 'buttons');
  const replace = (index: number, tap: TemplateTap): void =>
    change({ buttons: buttons.map((one, at) => (at === index ? tap : one)) });
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 text-xs font-medium text-ink-soft">{texts.buttons}</legend>
      {buttons.length === 0 ? <p className="text-sm text-ink-soft">{texts.noButtons}</p> : null}
      {buttons.map((tap, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a button is known by its place
        <fieldset key={index} className="flex flex-col gap-2 rounded-xl border border-line bg-surface p-3">
          <legend className="sr-only">{texts.button(index)}</legend>
          <div className="flex items-center gap-1">
            <span className="grow text-xs font-medium text-ink-soft">{texts.buttonKinds[tap.type]}</span>
            <IconButton
              icon={ArrowUp}
              label={texts.moveUp(index)}
              disabled={index === 0}
              onClick={() => change({ buttons: movedUp(buttons, index) })}
              className="size-7"
            />
            <IconButton
              icon={Trash2}
              label={texts.removeButton(index)}
              onClick={() => change({ buttons: buttons.filter((_, at) => at !== index) })}
              className="size-7"
            />
          </div>
          <TapFields tap={tap} language={language} onChange={(next) => replace(index, next)} />
          <IssuesOf issues={own.filter(({ place }) => place.index === index)} />
        </fieldset>
      ))}
      {buttons.length < templateLimits.buttons ? (
        <Select
          label={texts.addButton}
          isLabelHidden
          value=""
          options={[{ value: '', label: texts.addButton }, ...kinds]}
          onChange={(kind) => (kind === '' ? undefined : change({ buttons: [...buttons, blankTap(kind)] }))}
          className="self-start"
        />
      ) : null}
      <IssuesOf issues={own.filter(({ place }) => place.index === undefined)} />
    </fieldset>
  );
}

function blankTap(kind: TemplateTap['type']): TemplateTap {
  switch (kind) {
    case 'quickReply':
      return { type: 'quickReply', label: '' };
    case 'url':
      return { type: 'url', label: '', url: 'https://', sample: '' };
    case 'phone':
      return { type: 'phone', label: '', number: '+91' };
    case 'copyCode':
      return { type: 'copyCode', sample: '' };
    default:
      return kind satisfies never;
  }
}

function movedUp(buttons: readonly TemplateTap[], index: number): TemplateTap[] {
  const moved = buttons[index];
  const rest = buttons.filter((_, at) => at !== index);
  return moved ? rest.toSpliced(index - 1, 0, moved) : rest;
}
