import { describe, expect, it } from 'vitest';
import { addState } from '@/flows/edit/add-state';
import { setText } from '@/flows/edit/set-text';
import { playTryout } from './play-tryout';
import { saidByState } from './said-by-state';
import { saidTexts } from './said-texts';
import { said, shippedFlow, trying, world } from './testdata/shipped';

describe('saidTexts', () => {
  it('finds the template that a message was made of, with its variables not filled', () => {
    const [text] = saidTexts(shippedFlow, { textKey: 'introduction/say.0', state: 'introduction', language: 'kn' });
    expect(text?.target).toEqual({ state: 'introduction', path: 'say.0.text', language: 'kn' });
    expect(text?.text).toContain('{{ facts.rate_min | percent }}');
    expect(text?.original).toContain('The property stays yours');
  });

  it('finds every text of everything that is said, and writing one of them changes the flow', () => {
    const steps = [
      said('Hi, I need a loan'),
      said('What is the interest rate?'),
      said('talk to a person'),
      said('stop'),
    ];
    const { turns } = playTryout(shippedFlow, trying(steps), world);
    const parts = turns.flatMap(({ bubbles }) => bubbles.flatMap((bubble) => bubble.parts));
    expect(parts.some(({ textKey }) => textKey.startsWith('rule:'))).toBe(true);
    for (const part of parts) {
      const [text] = saidTexts(shippedFlow, part);
      expect(text, part.textKey).toBeDefined();
      if (text) expect(setText(shippedFlow, text.target, 'Something else')).not.toBe(shippedFlow);
    }
  });

  it('finds the texts of a choice, whose message is made of several', () => {
    const id = 'which_income';
    const data = {
      text: { en: 'Salary or business?' },
      options: [{ id: 'salary', title: { en: 'Salary' } }],
      giveUpAfter: 3,
    };
    const flow = addState(shippedFlow, { id, type: 'choose', position: { x: 0, y: 0 }, data });
    const paths = saidTexts(flow, { textKey: `${id}/text.0`, state: id, language: 'en' }).map(
      ({ target }) => target.path,
    );
    expect(paths).toEqual(['text', 'options.0.title']);
  });

  it('finds none for what a model wrote or another flow said', () => {
    const part = { state: 'introduction', language: 'en' };
    expect(saidTexts(shippedFlow, { ...part, textKey: 'introduction/draft' })).toEqual([]);
    expect(saidTexts(shippedFlow, { ...part, textKey: 'elsewhere/say.0' })).toEqual([]);
  });
});

describe('saidByState', () => {
  it('gathers what a state said, oldest first', () => {
    const play = playTryout(
      shippedFlow,
      trying([said('Hi, I need a loan'), said('What is the interest rate?')]),
      world,
    );
    const found = saidByState(play, 'introduction');
    expect(found.map(({ turn }) => turn)).toEqual([...found.map(({ turn }) => turn)].sort());
    expect(found.length).toBeGreaterThan(1);
    expect(saidByState(play, 'closing')).toEqual([]);
  });
});
