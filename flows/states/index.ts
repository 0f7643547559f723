import { ask } from './ask';
import { branch } from './branch';
import { calculate } from './calculate';
import { call } from './call';
import { choose } from './choose';
import { converse } from './converse';
import { end } from './end';
import { followUp } from './follow-up';
import { handover } from './handover';
import { react } from './react';
import { say } from './say';
import { set } from './set';
import { split } from './split';
import { subflow } from './subflow';
import { template } from './template';
import { wait } from './wait';

/** Every state type, by the word that a flow document uses for it. */
export const stateTypes = {
  say,
  ask,
  choose,
  converse,
  branch,
  set,
  calculate,
  call,
  wait,
  template,
  react,
  followUp,
  handover,
  subflow,
  split,
  end,
} as const;
export type StateType = keyof typeof stateTypes;
