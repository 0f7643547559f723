import { expect, test } from 'vitest';
import { renderMessages } from '@/flows/rendering/render-messages';
import type { OutgoingContent } from '@/flows/schema/message';
import { composeSaid, type SpokenEvent } from './compose-said';
import type { Aloud } from './how-aloud';
import type { TurnWork, TurnWorld } from './turn-work';

const question: OutgoingContent = { type: 'buttons', text: 'Shall we?', buttons: [{ id: 'a/yes', title: 'Yes' }] };
const long: OutgoingContent = { type: 'text', text: 'A long answer. '.repeat(80) };

test('each message is followed by its own words to be spoken, which wait to be prepared', () => {
  expect(outbox([long, question], 'everything')).toEqual([
    ['text', true],
    ['speech', false],
    ['interactive', true],
    ['speech', false],
  ]);
});

test('only what its author marked is spoken to somebody who writes, also where it was joined with other words', () => {
  const marked = { isSpoken: true };
  expect(outbox([long, question], 'marked', [{}, marked]).map(([type]) => type)).toEqual([
    'text',
    'interactive',
    'speech',
  ]);
  const short: OutgoingContent = { type: 'text', text: 'Good.' };
  expect(outbox([short, question], 'marked', [marked, {}]).map(([type]) => type)).toEqual(['interactive', 'speech']);
});

test('nothing is spoken where nothing may be, and neither are pictures, reactions and templates', () => {
  expect(outbox([question], 'nothing', [{ isSpoken: true }])).toEqual([['interactive', true]]);
  const wordless: OutgoingContent[] = [
    { type: 'media', kind: 'image', url: 'https://example.com/a.png', caption: 'A house' },
    { type: 'reaction', to: 'wamid.1', emoji: '👍' },
    { type: 'template', name: 'hello', language: 'en', variables: [] },
  ];
  expect(outbox(wordless, 'everything').map(([type]) => type)).toEqual(['image', 'reaction', 'template']);
});

test('a turn that is composed again makes the same rows', () => {
  expect(compose([long, question], 'everything')).toEqual(compose([long, question], 'everything'));
});

function outbox(contents: readonly OutgoingContent[], aloud: Aloud, marks: readonly Partial<SpokenEvent>[] = []) {
  const { outbox: rows } = compose(contents, aloud, marks);
  expect(rows.map(({ idx }) => idx)).toEqual(rows.map((_, index) => index));
  return rows.map(({ payload, isPrepared }) => [payload.type, isPrepared] as const);
}

function compose(contents: readonly OutgoingContent[], aloud: Aloud, marks: readonly Partial<SpokenEvent>[] = []) {
  const said = contents.map((content, index): SpokenEvent => {
    return { type: 'message.said', state: 's', textKey: `s/${index}`, language: 'en', content, ...marks[index] };
  });
  const contact = {
    id: 'c',
    channel: 'whatsapp' as const,
    language: 'en',
    timezone: 'Asia/Kolkata',
    optedOutAt: null,
    handover: null,
    replyHours: [],
    reachedAt: null,
    promisedAt: null,
    entry: null,
  };
  const work: TurnWork = { contact, session: null, lastFlow: null, entries: [], more: false };
  const world: Pick<TurnWorld, 'nowMs' | 'render'> = {
    nowMs: () => 0,
    render: (_, content) => renderMessages(content),
  };
  return composeSaid(work, world, { id: null, language: 'en' }, 'turn', said, aloud);
}
