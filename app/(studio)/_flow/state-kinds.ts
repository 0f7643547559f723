import type { StateType } from '@/flows/states';

/** What a state is about, for its colour: speaking, asking, deciding, the world outside, people, the end. */
export type StateKind = 'talk' | 'ask' | 'logic' | 'world' | 'people' | 'end';

export const stateKinds = {
  say: 'talk',
  converse: 'talk',
  template: 'talk',
  react: 'talk',
  ask: 'ask',
  choose: 'ask',
  branch: 'logic',
  set: 'logic',
  calculate: 'logic',
  split: 'logic',
  subflow: 'logic',
  call: 'world',
  wait: 'world',
  followUp: 'world',
  handover: 'people',
  end: 'end',
} as const satisfies Record<StateType, StateKind>;
