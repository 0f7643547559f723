import { z } from 'zod';
import { defineState } from './define-state';

const data = z.strictObject({ flowId: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, 'A flow id is written like-this.') });

/** Runs another flow with the same slots and comes back when it ends. */
export const subflow = defineState({
  type: 'subflow',
  data,
  waits: false,
  outcomes: () => [
    { id: 'returned', label: 'came back' },
    { id: 'missing', label: 'no such flow', optional: true },
  ],
  enter: (state) => ({ type: 'callFlow', flowId: state.flowId }),
  resume: () => ({ type: 'go', outcomes: ['returned'] }),
  summary: (state) => state.flowId,
  example: { flowId: 'collect-address' },
});
