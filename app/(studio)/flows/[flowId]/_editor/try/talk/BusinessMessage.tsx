'use client';

import { Crosshair, Pencil } from 'lucide-react';
import type { ReactElement } from 'react';
import { IconButton } from '@/app/_ui/IconButton';
import { words } from '@/app/_words/en';
import { useEditorStore } from '../../editor-context';
import type { PlayedBubble } from '../play';
import { StateButton } from '../StateButton';
import { saidTexts } from '../said-texts';
import { nameIn } from '../state-of';
import type { BusinessRow } from '../thread-rows';
import { useTry } from '../try-context';
import type { TryStep } from '../tryout';
import { EditBubble } from './EditBubble';
import { PlayedMessages } from './PlayedMessages';
import { useEditOnTheSpot } from './use-edit-on-the-spot';

const texts = words.editor.try;

type Props = {
  readonly row: BusinessRow;
  /** Where a list of choices opens. */
  readonly screen: HTMLElement | null;
  readonly onAct: (step: TryStep) => void;
};

/** What the business said: it leads to its text, can be edited on the spot, and after a change stands beside what it was. */
export function BusinessMessage({ row, screen, onAct }: Props): ReactElement {
  const { was, is, at, isFirst, isChanged, speakers } = row;
  const drawn = { at, isFirst, screen };
  const flow = useTry(({ played }) => played?.flow);
  return (
    <>
      {speakers.length === 0 ? null : (
        <p className="mx-3 mt-2 flex flex-wrap gap-x-3 text-xs font-medium text-chat-meta">
          {speakers.map((part) => (
            <StateButton key={part.state} id={part.state} place={flow && saidTexts(flow, part)[0]?.target} />
          ))}
        </p>
      )}
      <div className={isChanged ? '@sm:flex @sm:items-start' : undefined}>
        {isChanged && was ? (
          <Labelled label={texts.was}>
            <PlayedMessages {...drawn} bubble={was} look="old" />
          </Labelled>
        ) : null}
        {/* Changed or not, it is the same element: an edit that changed it does not lose the focus. */}
        <Labelled label={isChanged ? labelOf(row) : null}>
          {is ? <Current {...drawn} bubble={is} look={isChanged ? 'marked' : 'plain'} onAct={onAct} /> : null}
        </Labelled>
      </div>
    </>
  );
}

function labelOf({ was, is }: BusinessRow): string {
  if (is === null) return texts.isGone;
  return was === null ? texts.isNew : texts.is;
}

type LabelledProps = { readonly label: string | null; readonly children: ReactElement | null };

function Labelled({ label, children }: LabelledProps): ReactElement {
  return (
    <div {...(label === null ? {} : { role: 'group', 'aria-label': label })} className="min-w-0 flex-1">
      {label === null ? null : (
        <p
          aria-hidden
          className="mx-3 mt-1.5 w-fit rounded bg-mark-soft px-1.5 text-[0.6875rem] font-semibold text-mark-ink"
        >
          {label}
        </p>
      )}
      {children}
    </div>
  );
}

type CurrentProps = {
  readonly bubble: PlayedBubble;
  readonly look: 'plain' | 'marked';
  readonly at: string;
  readonly isFirst: boolean;
  readonly screen: HTMLElement | null;
  readonly onAct: (step: TryStep) => void;
};

function Current({ bubble, ...drawn }: CurrentProps): ReactElement {
  const { isEditing, begin, end, pencil } = useEditOnTheSpot();
  const editor = useEditorStore();
  const flow = useTry(({ played }) => played?.flow);
  const [text] = flow ? bubble.parts.flatMap((part) => saidTexts(flow, part)) : [];
  if (isEditing) return <EditBubble parts={bubble.parts} onDone={end} />;
  const name = nameIn(flow, bubble.parts[0]?.state ?? '');
  return (
    <PlayedMessages
      {...drawn}
      bubble={bubble}
      onOpen={text ? () => editor.getState().goTo(text.target) : null}
      beside={
        text ? (
          <span className="flex flex-col opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-80">
            <IconButton
              icon={Crosshair}
              label={texts.goToText(name)}
              onClick={() => editor.getState().goTo(text.target)}
              className={act}
            />
            <IconButton ref={pencil} icon={Pencil} label={texts.editText(name)} onClick={begin} className={act} />
          </span>
        ) : null
      }
    />
  );
}

const act = 'size-7 bg-chat-pill';
