import type { ReactElement } from 'react';
import { words } from '@/app/_words/en';
import { OpenFigure } from '../_shared/OpenFigure';
import { OpenNumber } from '../_shared/OpenNumber';
import { OpenSpan } from '../_shared/OpenSpan';
import { Tile } from '../_shared/Tile';
import { Tiles } from '../_shared/Tiles';
import { LEAST, writePart } from '../_shared/write-part';
import { writeSpan } from '../_shared/write-span';
import type { Overview } from '../analytics-types';

const texts = words.analytics.overview;

/** What matters most; each figure opens the list behind it. */
export function Headlines({ overview }: { readonly overview: Overview }): ReactElement {
  const { sessions, handedOver, qualified, firstReply, turns, askedModel, answered, unanswered } = overview;
  const contained = sessions - handedOver;
  const ofAll = (part: number, whole: number, of: string): string | null =>
    whole < LEAST ? null : texts.shareOf(writePart(part, whole), of);
  const counted = (list: 'session' | 'contained' | 'handedOver' | 'qualified', title: string, count: number) => (
    <OpenNumber count={count} list={{ list, title }} />
  );
  return (
    <Tiles label={words.analytics.tabs.overview}>
      <Tile name={texts.sessions} note={sessions < LEAST ? words.analytics.tooFew(LEAST) : null}>
        {counted('session', texts.sessions, sessions)}
      </Tile>
      <Tile name={texts.contained} note={ofAll(contained, sessions, texts.conversations)}>
        {counted('contained', texts.contained, contained)}
      </Tile>
      <Tile name={texts.handedOver} note={ofAll(handedOver, sessions, texts.conversations)}>
        {counted('handedOver', texts.handedOver, handedOver)}
      </Tile>
      <Tile name={texts.qualified}>{counted('qualified', texts.qualified, qualified)}</Tile>
      <Tile
        name={texts.firstReply}
        note={
          firstReply.p95Ms === null ? null : (
            <OpenFigure
              text={texts.firstReplyP95(writeSpan(firstReply.p95Ms))}
              list={{ list: 'firstReply', key: String(firstReply.p95Ms), title: texts.firstReplySlow }}
            />
          )
        }
      >
        <OpenSpan milliseconds={firstReply.p50Ms} list={{ list: 'firstReply', title: texts.firstReplies }} />
      </Tile>
      <Tile name={texts.model} note={ofAll(askedModel, turns, texts.turns)}>
        <OpenNumber count={askedModel} list={{ list: 'askedModel', title: texts.model }} />
      </Tile>
      <Tile name={texts.answered} note={ofAll(answered, answered + unanswered, texts.questions)}>
        <OpenNumber count={answered} list={{ list: 'answered', title: texts.answered }} />
      </Tile>
      <Tile name={texts.unanswered} note={ofAll(unanswered, answered + unanswered, texts.questions)}>
        <OpenNumber count={unanswered} list={{ list: 'unanswered', title: texts.unanswered }} />
      </Tile>
    </Tiles>
  );
}
