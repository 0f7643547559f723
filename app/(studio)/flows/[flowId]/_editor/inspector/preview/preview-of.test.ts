import { describe, expect, it } from 'vitest';
import { type FlowState, flowState } from '@/flows/schema/flow';
import type { MessageTemplate } from '@/flows/schema/message-template';
import { stateTypes } from '@/flows/states';
import { splitChips } from './chips';
import { messageAround, previewOf } from './preview-of';
import { contentOf, saidOnEntering } from './said-on-entering';

const languages = { wanted: 'kn', base: 'en' };
const button = (id: string, kn: string) => ({ id, title: { kn } });

describe('previewOf', () => {
  it('shows a placeholder as a chip with the name of its value', () => {
    const preview = previewOfMessage({ type: 'text', text: { kn: 'ನಿಮ್ಮ {{ property_value | lakhCrore }}!' } });
    expect(textOf(preview)).toBe('ನಿಮ್ಮ \uE000Property value\uE001!');
    expect(splitChips(textOf(preview))).toEqual([
      { type: 'text', text: 'ನಿಮ್ಮ ' },
      { type: 'chip', text: 'Property value' },
      { type: 'text', text: '!' },
    ]);
  });

  it('says the flow’s own language where the chosen one is missing, and tells so', () => {
    const preview = previewOfMessage({ type: 'text', text: { en: 'Hello', kn: ' ' } });
    expect(preview).toMatchObject({ messages: [{ type: 'text', text: 'Hello' }], instead: 'en' });
    expect(previewOfMessage({ type: 'text', text: { en: 'Hello', kn: 'ನಮಸ್ಕಾರ' } }).instead).toBeNull();
  });

  it('tells that a long text is sent as several messages', () => {
    const preview = previewOfMessage({ type: 'text', text: { kn: 'ಒಂದು ಮಾತು. '.repeat(700) } });
    expect(preview.split).toBe(preview.messages.length);
    expect(preview.messages.length).toBeGreaterThan(1);
  });

  it('tells that four buttons become a list', () => {
    const buttons = ['a', 'b', 'c', 'd'].map((id) => button(id, id));
    const preview = previewOfMessage({ type: 'buttons', text: { kn: 'ಯಾವುದು?' }, buttons });
    expect(preview).toMatchObject({ isListInstead: true, messages: [{ type: 'list' }] });
  });

  it('names the titles that are cut', () => {
    const long = 'ಮನೆಯ ಮೇಲೆ ಸಾಲ ಬೇಕು ಎಂದು ಹೇಳಿ';
    const preview = previewOfMessage({
      type: 'buttons',
      text: { kn: 'ಯಾವುದು?' },
      buttons: [button('a', long), button('b', 'ಬೇಡ')],
    });
    expect(preview.cut).toEqual([long]);
  });

  it('draws a link whose address is known only when it is sent', () => {
    const link = { type: 'link' as const, text: { kn: 'ಇಲ್ಲಿ' }, label: { kn: 'ಕಳುಹಿಸಿ' } };
    const preview = previewOfMessage({ ...link, url: { kn: '{{ upload_link }}' } });
    expect(preview.messages).toMatchObject([{ type: 'link', text: 'ಇಲ್ಲಿ', label: 'ಕಳುಹಿಸಿ' }]);
    expect(previewOfMessage({ ...link, url: { kn: 'nowhere' } }).messages).toMatchObject([{ type: 'text' }]);
  });

  it('shows nothing for an empty text', () => {
    expect(previewOfMessage({ type: 'text', text: {} }).messages).toEqual([]);
  });
});

describe('saidOnEntering', () => {
  it.each(Object.entries(stateTypes))('asks a state of type %s without harm', (type, { example }) => {
    const state = stateOf(type, example);
    expect(() => previewOf((speaking) => saidOnEntering(state, speaking), languages)).not.toThrow();
  });

  it('shows the choices of a state that makes its own message', () => {
    const state = stateOf('choose', stateTypes.choose.example);
    const preview = previewOf((speaking) => saidOnEntering(state, speaking), languages);
    expect(preview.messages).toMatchObject([
      { type: 'buttons', choices: [{ title: 'Salary' }, { title: 'Business' }] },
    ]);
  });

  it('shows what is said and then what is asked', () => {
    const state = stateOf('converse', stateTypes.converse.example);
    const preview = previewOf((speaking) => saidOnEntering(state, speaking), languages);
    expect(preview.messages).toHaveLength(2);
  });
});

describe('messageAround', () => {
  const data = { questions: [{ ask: [{ type: 'buttons', text: { en: 'Yes?' }, buttons: [button('yes', 'ಹೌದು')] }] }] };

  it('finds the message that a text belongs to', () => {
    expect(messageAround(data, 'questions.0.ask.0.buttons.0.title')).toMatchObject({ text: { en: 'Yes?' } });
    expect(messageAround(data, 'questions.0.slot')).toBeNull();
  });
});

function previewOfMessage(message: MessageTemplate) {
  return previewOf((speaking) => contentOf(message, 'welcome', speaking), languages);
}

function textOf({ messages: [first] }: ReturnType<typeof previewOf>): string {
  return first?.type === 'text' ? first.text : '';
}

function stateOf(type: string, data: unknown): FlowState {
  return flowState.parse({ id: 'here', type, position: { x: 0, y: 0 }, data });
}
