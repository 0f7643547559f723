import { type Flow, type FlowVariable, flowLimits, flowVariable } from '../schema/flow';
import { type FormProblem, formProblems } from './form-problem';
import { freeName, LONGEST_VARIABLE_NAME } from './free-name';
import { sameJson } from './same-json';

/** Adds a variable, as the last. Its name is made free; one that the schema refuses is not added. */
export function addVariable(flow: Flow, variable: FlowVariable): Flow {
  const parsed = flowVariable.safeParse(variable).data;
  if (!parsed || flow.variables.length >= flowLimits.variables) return flow;
  const taken = flow.variables.map(({ name }) => name);
  const added = { ...parsed, name: freeName(parsed.name, taken, LONGEST_VARIABLE_NAME) };
  return { ...flow, variables: [...flow.variables, added] };
}

/** Writes a variable as a whole, as a form does. Another name is for `renameVariable`; here what reads it stays. */
export function setVariable(flow: Flow, name: string, variable: FlowVariable): Flow {
  const was = flow.variables.find((other) => other.name === name);
  const parsed = flowVariable.safeParse(variable).data;
  if (!was || !parsed || sameJson(was, parsed)) return flow;
  if (parsed.name !== name && flow.variables.some((other) => other.name === parsed.name)) return flow;
  return { ...flow, variables: flow.variables.map((other) => (other === was ? parsed : other)) };
}

/** Why a variable would be refused, place by place; none when it would be taken. */
export function whyNotVariable(variable: unknown): readonly FormProblem[] {
  const parsed = flowVariable.safeParse(variable);
  return parsed.success ? [] : formProblems(parsed.error.issues, variable);
}

/** Removes a variable; what names it stays, and is an issue then. */
export function removeVariable(flow: Flow, name: string): Flow {
  const variables = flow.variables.filter((variable) => variable.name !== name);
  return variables.length === flow.variables.length ? flow : { ...flow, variables };
}
