import { expect, it } from 'vitest';
import { smallFlow } from './testdata/flows';
import { addVariable, removeVariable, setVariable, whyNotVariable } from './variables';

const flow = addVariable(smallFlow, { name: 'branch_code', kind: 'text' });
const names = (given: typeof smallFlow) => given.variables.map(({ name }) => name);

it('adds a variable under a free name, and not one without a name', () => {
  expect(names(addVariable(flow, { name: 'branch_code', kind: 'number' }))).toEqual(['branch_code', 'branch_code_2']);
  expect(addVariable(flow, { name: 'Branch', kind: 'text' })).toBe(flow);
});

it('writes one as a whole', () => {
  expect(setVariable(flow, 'branch_code', { name: 'branch_code', kind: 'number', initial: 1 }).variables).toEqual([
    { name: 'branch_code', kind: 'number', initial: 1 },
  ]);
  const two = addVariable(flow, { name: 'other', kind: 'text' });
  expect(setVariable(two, 'other', { name: 'branch_code', kind: 'text' })).toBe(two);
  expect(setVariable(two, 'no', { name: 'no', kind: 'text' })).toBe(two);
  expect(whyNotVariable({ name: '', kind: 'text' })).toEqual([{ path: 'name', message: expect.any(String) }]);
});

it('removes one', () => {
  expect(removeVariable(flow, 'branch_code')).toEqual(smallFlow);
  expect(removeVariable(flow, 'no')).toBe(flow);
});
