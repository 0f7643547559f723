import { describe, expect, it } from 'vitest';
import { defaultProductFacts } from '@/prompts/facts/product-facts';
import { languages } from '@/prompts/load-languages';
import { loadUtterances } from '@/prompts/load-utterances';
import loanAgainstProperty from '../library/loan-against-property.json';
import { type Flow, flow as flowSchema } from '../schema/flow';
import { loadReader } from '../understanding/load-reader';
import type { World } from './conversation';
import exampleConversation from './example-conversation.json';
import { playInLanguages } from './play-in-languages';
import { type Scenario, scenario, scenarioFile } from './scenario';
import { equivalentPhrases } from './writing/equivalent-phrases';

const flow = flowSchema.parse(loanAgainstProperty);
const world: World = { subflows: {}, reader: loadReader(), packs: languages, facts: defaultProductFacts };
const phraseFor = equivalentPhrases(loadUtterances(), languages);

describe('a scenario in every language', () => {
  it('goes the same way through the shipped flow, in the words of each language', () => {
    const [example] = scenarioFile.parse(exampleConversation).scenarios;
    if (!example) throw new Error('No example is shipped.');
    const plays = playInLanguages(example, flow.languages, phraseFor, flow, world);
    const [english, ...others] = plays;
    expect(plays.map(({ language }) => language)).toEqual(flow.languages);
    expect(english?.steps.map(({ heard }) => heard[0])).toEqual(example.steps.map(({ said }) => said));
    expect(english?.path.length).toBeGreaterThan(5);
    for (const play of others) {
      expect(play).toMatchObject({ path: english?.path, differsAt: null, misread: [] });
      expect(play.steps.every(({ said }, index) => said[0] !== english?.steps[index]?.said[0])).toBe(true);
    }
  });

  it('keeps taps and times as they are', () => {
    const told = played(flow, {
      startedBy: 'business',
      steps: [{ tap: 'own_yes' }, { passes: 'P2D' }],
    });
    expect(told.map(({ differsAt, misread }) => ({ differsAt, misread }))).toEqual([same, same]);
    expect(told[1]?.steps.map(({ heard }) => heard)).toEqual([['[own_yes]'], ['[P2D]']]);
  });

  it('says at which step a language goes another way', () => {
    const forked: Flow = {
      ...flow,
      transitions: flow.transitions.map((transition) =>
        transition.id === 'introduction:interested' ? { ...transition, condition: 'language != "kn"' } : transition,
      ),
    };
    const [english, kannada] = played(forked, {
      steps: [{ said: 'I need a loan' }, { said: 'My house is in Mysuru' }],
    });
    expect(english).toMatchObject({ differsAt: null, steps: [{ state: 'introduction' }, { state: 'qualifying' }] });
    expect(kannada).toMatchObject({
      differsAt: 2,
      misread: [],
      steps: [{ state: 'introduction' }, { state: 'introduction' }],
    });
  });

  it('says which words had no equal, so that the flow is not blamed', () => {
    const one = scenarioOf({ steps: [{ said: 'I need a loan' }] });
    const [kannada] = playInLanguages(one, ['kn'], () => ['ಅಯ್ಯೋ'], flow, world);
    expect(kannada).toMatchObject({ misread: [1], steps: [{ heard: ['ಅಯ್ಯೋ'] }] });
    expect(playInLanguages(one, ['kn'], () => [], flow, world)).toMatchObject([
      { misread: [1], steps: [{ heard: ['I need a loan'] }] },
    ]);
  });
});

const same = { differsAt: null, misread: [] };

function played(of: Flow, told: object) {
  return playInLanguages(scenarioOf(told), ['en', 'kn'], phraseFor, of, world);
}

function scenarioOf(told: object): Scenario {
  return scenario.parse({ name: 'one', flow: flow.id, now: '2026-11-24T11:00:00+05:30', ...told });
}
