import type { CheckRule } from '../check-rule';

/** A subflow calls a flow that exists. Without the list of flows this can't be told. */
export const subflowUnknown: CheckRule = {
  code: 'subflow.unknown',
  severity: 'error',
  find: ({ flow, options: { knownFlows } }) =>
    flow.states.flatMap((state) => {
      if (state.type !== 'subflow' || !knownFlows) return [];
      const { flowId } = state.data;
      if (flowId === flow.id || Object.hasOwn(knownFlows, flowId)) return [];
      return [
        {
          place: { state: state.id, path: 'flowId' },
          message: `The state "${state.id}" calls the flow "${flowId}", and there is no such flow.`,
          fix: 'Choose a flow that is published, or publish this one first.',
        },
      ];
    }),
};
