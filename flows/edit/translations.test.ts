import { describe, expect, it } from 'vitest';
import { languages } from '@/prompts/load-languages';
import { checkFlow } from '../check/check-flow';
import type { Flow } from '../schema/flow';
import { confirmTranslation, confirmTranslations } from './confirm-translation';
import { setText } from './set-text';
import { flowOf, shippedFlow, smallFlow } from './testdata/flows';
import { targetOf, textsOf } from './texts';
import { translationRows, translationShare } from './translations';

const at = (language: string) => ({ state: 'welcome', path: 'message.text', language });
const row = (flow: Flow, key: string) => translationRows(flow).find((each) => each.key === key);
const status = (flow: Flow) => row(flow, 'welcome/message.text')?.texts.kn?.status;

describe('the rows of the translation table', () => {
  it('are all texts, in the order of the document, with what they are and how long they may be', () => {
    expect(translationRows(smallFlow).map(({ key }) => key)).toEqual([
      'welcome/message.text',
      'details/ask.0.text',
      'bye/message.text',
    ]);
    expect(row(smallFlow, 'welcome/message.text')).toEqual({
      key: 'welcome/message.text',
      place: { state: 'welcome', path: 'message.text' },
      path: 'message.text',
      use: 'text',
      limit: 4096,
      texts: {
        en: { text: 'Welcome.', status: 'base', problems: [] },
        kn: { text: 'ಸ್ವಾಗತ.', status: 'ok', problems: [] },
      },
    });
    expect(translationRows(shippedFlow)).toHaveLength(textsOf(shippedFlow).length);
  });

  it('say what is missing, stale and drafted, until a person confirms it', () => {
    const stale = setText(smallFlow, at('en'), 'Hello.');
    const drafted = setText(smallFlow, at('kn'), 'ನಮಸ್ಕಾರ.', 'model');
    expect(status(setText(smallFlow, at('kn'), ''))).toBe('missing');
    expect(status(stale)).toBe('stale');
    expect(status(drafted)).toBe('drafted');
    expect(status(setText(drafted, at('en'), 'Hello.'))).toBe('stale');
    expect(status(confirmTranslation(stale, at('kn')))).toBe('ok');
    expect(status(confirmTranslation(drafted, at('kn')))).toBe('ok');
    expect(row(confirmTranslation(stale, at('kn')), 'welcome/message.text')?.texts.kn?.text).toBe('ಸ್ವಾಗತ.');
    expect(confirmTranslations(smallFlow, [at('en'), at('ta'), { ...at('kn'), state: 'no' }])).toBe(smallFlow);
  });

  it('ask for no translation of what customers do not read', () => {
    const summary = {
      id: 'officer',
      type: 'handover',
      position: { x: 0, y: 0 },
      data: { reason: 'ready', summary: { en: 'Wants it' } },
    };
    const flow = flowOf({ ...smallFlow, states: [...smallFlow.states, summary] });
    expect(row(flow, 'officer/summary')?.texts.kn?.status).toBe('optional');
    expect(translationShare(translationRows(flow), 'kn')).toEqual({ done: 3, total: 3 });
  });

  it('have the sentences that the checks have', () => {
    const broken = setText(
      setText(smallFlow, at('en'), 'Welcome, {{ name }}.'),
      at('kn'),
      `${'ಸ್ವಾಗತ '.repeat(700)}{{ email }}`,
    );
    const problems = row(broken, 'welcome/message.text')?.texts.kn?.problems;
    const codes = ['translation.placeholders', 'message.too_long'];
    const issues = checkFlow(broken).filter(({ code, place }) => codes.includes(code) && place.language === 'kn');
    expect(issues).toHaveLength(2);
    expect([...(problems ?? [])].sort()).toEqual(issues.map(({ message }) => message).sort());
    expect(row(setText(broken, at('kn'), 'ಸ್ವಾಗತ, {{ name }}.'), 'welcome/message.text')?.texts.kn?.problems).toEqual(
      [],
    );
  });

  it('are the same objects where nothing changed, and new ones where it matters', () => {
    const options = { packs: languages };
    const before = translationRows(smallFlow, options);
    const after = translationRows(setText(smallFlow, at('kn'), 'ನಮಸ್ಕಾರ.'), options);
    expect(after.map((each, index) => each === before[index])).toEqual([false, true, true]);
    const more = translationRows(flowOf({ ...smallFlow, languages: ['en', 'kn', 'ta'] }), options);
    expect(Object.keys(more[1]?.texts ?? {})).toEqual(['en', 'kn', 'ta']);
    expect(translationRows(smallFlow, options)).toEqual(before);
  });

  it('tell how much of a language is done', () => {
    expect(translationShare(translationRows(smallFlow), 'kn')).toEqual({ done: 3, total: 3 });
    expect(translationShare(translationRows(setText(smallFlow, at('en'), 'Hello.')), 'kn')).toEqual({
      done: 2,
      total: 3,
    });
    expect(translationShare(translationRows(smallFlow), 'ta')).toEqual({ done: 0, total: 0 });
  });

  it('name where each text is written', () => {
    for (const text of textsOf(shippedFlow)) {
      const target = targetOf(text, 'kn');
      expect(setText(shippedFlow, target, `${text.text.kn ?? ''}!`)).not.toBe(shippedFlow);
    }
  });
});

describe('ten thousand texts', () => {
  const copies = Math.ceil(10_000 / textsOf(shippedFlow).length);
  const flow: Flow = {
    ...shippedFlow,
    states: Array.from({ length: copies }, (_, copy) =>
      shippedFlow.states.map((state) => ({ ...structuredClone(state), id: `${state.id.slice(0, 50)}_${copy}` })),
    ).flat(),
  };

  it('are rows while an author waits, and at once when one of them changes', () => {
    expect(translationRows(flow, { packs: languages }).length).toBeGreaterThan(9_000);
    const [first] = flow.states;
    const edited = setText(flow, { state: first?.id ?? '', path: 'say.0.text', language: 'kn' }, 'ಸ್ವಾಗತ.');
    const before = process.cpuUsage();
    translationRows(edited, { packs: languages });
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(MOST_MS);
  });
});

/** Of processor time, which other work on the machine does not lengthen; it takes a tenth of this. */
const MOST_MS = 150;
