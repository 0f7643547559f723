import type { ReactElement, ReactNode } from 'react';
import { words } from '@/app/_words/en';
import type { PhoneMessage } from '@/flows/rendering/phone-message';
import { wordsOf } from '@/flows/schema/words-of';
import { Bubble } from '../../../../../_phone/Bubble';
import { BubbleContent } from '../../../../../_phone/BubbleContent';
import { Choices } from '../../../../../_phone/Choices';
import { NotDelivered } from '../../../../../_phone/NotDelivered';
import type { PlayedBubble } from '../play';
import { useTry } from '../try-context';
import type { TryStep } from '../tryout';

const texts = words.editor.try;

type Props = {
  readonly bubble: PlayedBubble;
  readonly look: 'plain' | 'marked' | 'old';
  readonly at: string;
  readonly isFirst: boolean;
  readonly screen: HTMLElement | null;
  /** What a tap on a choice does; without it, choices are words only. */
  readonly onAct?: (step: TryStep) => void;
  /** A click on the words leads to their text; the same act has a button among those beside. */
  readonly onOpen?: (() => void) | null;
  readonly beside?: ReactNode;
};

/** A message of the business as WhatsApp shows it: a long one is several, and each keeps its choices. */
export function PlayedMessages({ bubble, look, at, isFirst, screen, onAct, onOpen, beside }: Props): ReactElement {
  const timezone = useTry(({ tryout }) => tryout.start.timezone);
  const language = bubble.parts[0]?.language ?? null;
  const last = bubble.messages.length - 1;
  return (
    <>
      {bubble.messages.map((message, index) => (
        <Bubble
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one message never change places.
          key={index}
          by="business"
          isFirst={isFirst && index === 0}
          look={look}
          at={at}
          timezone={timezone}
          language={language}
          tick={null}
          onOpen={onOpen ?? null}
          beside={index === last ? beside : null}
          below={
            <>
              {onAct ? (
                <Choices
                  content={message}
                  language={language}
                  screen={screen}
                  onSend={(content) =>
                    onAct(
                      content.type === 'choice'
                        ? { type: 'tapped', id: content.id, title: content.title }
                        : { type: 'said', texts: [wordsOf(content)], understoodAs: null },
                    )
                  }
                />
              ) : (
                <OldChoices message={message} language={language} />
              )}
              {bubble.failure !== null && index === 0 ? <NotDelivered reason={texts.failures[bubble.failure]} /> : null}
            </>
          }
        >
          <BubbleContent content={message} />
        </Bubble>
      ))}
    </>
  );
}

type OldChoicesProps = { readonly message: PhoneMessage; readonly language: string | null };

function OldChoices({ message, language }: OldChoicesProps): ReactElement | null {
  const titles = titlesOf(message);
  if (titles.length === 0) return null;
  return (
    <p lang={language ?? undefined} className="mt-0.5 px-2.5 text-xs text-chat-meta line-through">
      {titles.join(' · ')}
    </p>
  );
}

function titlesOf(message: PhoneMessage): readonly string[] {
  if (message.type === 'link') return [message.label];
  return message.type === 'buttons' || message.type === 'list' ? message.choices.map(({ title }) => title) : [];
}
