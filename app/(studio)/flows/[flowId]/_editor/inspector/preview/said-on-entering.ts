import { renderMessage } from '@/flows/engine/render-message';
import type { FlowState } from '@/flows/schema/flow';
import type { LanguageCode } from '@/flows/schema/language';
import type { OutgoingContent } from '@/flows/schema/message';
import type { MessageTemplate } from '@/flows/schema/message-template';
import type { Session } from '@/flows/schema/session';
import { boundState } from '@/flows/states/bound-state';
import type { StateTurn } from '@/flows/states/define-state';

export type Speaking = Readonly<{
  language: LanguageCode;
  /** A text in all languages as it will be sent. */
  text: (texts: Readonly<Record<LanguageCode, string>>) => string;
}>;

/** What a state says to a customer of whom nothing is known when they first come to it: its own behaviour, asked. */
export function saidOnEntering(state: FlowState, speaking: Speaking): readonly OutgoingContent[] {
  const said: OutgoingContent[] = [];
  boundState(state).enter(listeningTurn(state, speaking, (content) => said.push(content)));
  return said;
}

/** A message as it will be sent, or nothing where there is nothing to say. */
export function contentOf(message: MessageTemplate, speaker: string, { text }: Speaking): readonly OutgoingContent[] {
  const content = renderMessage(message, { speaker, text });
  return content ? [content] : [];
}

/** A turn that keeps what is said and lets nothing else happen. */
function listeningTurn(state: FlowState, speaking: Speaking, hear: (content: OutgoingContent) => void): StateTurn {
  const say: StateTurn['say'] = (message) => {
    for (const content of contentOf(message, state.id, speaking)) hear(content);
    return [];
  };
  return {
    stateId: state.id,
    nowMs: 0,
    timezone: 'Asia/Kolkata',
    session: () => sessionIn(state.id, speaking.language),
    mayAsk: true,
    reply: null,
    visit: 1,
    knows: () => false,
    value: () => undefined,
    holds: () => true,
    evaluate: () => undefined,
    text: speaking.text,
    say,
    sayNext: ([first], path) => (first ? say(first, path) : []),
    answer: () => false,
    timesSaid: () => 0,
    fill: () => undefined,
    clear: () => undefined,
    changeLanguage: () => undefined,
    emit: (event) => (event.type === 'message.said' ? hear(event.content) : undefined),
    share: () => 0,
    routable: () => null,
  };
}

function sessionIn(state: string, language: LanguageCode): Session {
  return {
    id: 'preview',
    contactId: 'preview',
    flowId: 'preview',
    flowVersion: 0,
    status: 'active',
    state,
    wait: null,
    language,
    timezone: 'Asia/Kolkata',
    slots: {},
    returns: [],
    calls: [],
    visits: {},
    said: {},
    consents: {},
    interest: 0,
    turn: 0,
    turnsInHour: { hour: 0, count: 0 },
    startedAt: '1970-01-01T00:00:00Z',
    updatedAt: '1970-01-01T00:00:00Z',
  };
}
