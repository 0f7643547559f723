import { describe, expect, it } from 'vitest';
import { diffFlows } from './diff-flows';
import { groupStates, groupsByState, setGroup, takeOutOfGroups, toggleGroup, ungroup } from './groups';
import { mergeFlows } from './merge-flows';
import { renameState } from './rename-state';
import { flowOf, smallFlow } from './testdata/flows';

const grouped = groupStates(smallFlow, ['welcome', 'details'], 'Talk');
const messages = (after: typeof smallFlow) => diffFlows(grouped, after).map(({ message }) => message);
const membersOf = (flow: typeof smallFlow) => flow.groups.map(({ name, states }) => [name, ...states]);

describe('groups', () => {
  it('take states out of the groups they were in', () => {
    expect(grouped.groups).toEqual([
      { id: 'group', name: 'Talk', states: ['welcome', 'details'], isCollapsed: false, colour: 'grey' },
    ]);
    const two = groupStates(grouped, ['details', 'bye', 'nowhere'], 'End');
    expect(membersOf(two)).toEqual([
      ['Talk', 'welcome'],
      ['End', 'details', 'bye'],
    ]);
    expect(membersOf(groupStates(two, ['welcome'], 'Alone'))).toEqual([
      ['End', 'details', 'bye'],
      ['Alone', 'welcome'],
    ]);
    expect(groupStates(smallFlow, ['nowhere'], 'None')).toBe(smallFlow);
  });

  it('are changed, folded and taken away', () => {
    const set = setGroup(grouped, 'group', { name: 'Other', colour: 'red', states: ['bye', 'nowhere'] });
    expect(set.groups[0]).toMatchObject({ name: 'Other', colour: 'red', states: ['bye'] });
    expect(toggleGroup(grouped, 'group').groups[0]?.isCollapsed).toBe(true);
    expect(toggleGroup(toggleGroup(grouped, 'group'), 'group')).toEqual(grouped);
    expect(ungroup(grouped, 'group')).toEqual(smallFlow);
    expect(takeOutOfGroups(grouped, ['welcome']).groups[0]?.states).toEqual(['details']);
    expect(takeOutOfGroups(grouped, ['welcome', 'details'])).toEqual(smallFlow);
    for (const same of [setGroup(grouped, 'no', {}), ungroup(grouped, 'no'), toggleGroup(grouped, 'no')]) {
      expect(same).toBe(grouped);
    }
    expect(takeOutOfGroups(grouped, ['bye'])).toBe(grouped);
  });

  it('that both name a state have it in the last', () => {
    const [group] = grouped.groups;
    const both = flowOf({ ...grouped, groups: [group, { ...group, id: 'last' }] });
    expect(groupsByState(both).get('welcome')?.id).toBe('last');
  });

  it('know their states under new names', () => {
    expect(renameState(grouped, 'details', 'facts').groups[0]?.states).toEqual(['welcome', 'facts']);
  });

  it('are told when they differ', () => {
    expect(diffFlows(smallFlow, grouped).map(({ message }) => message)).toEqual(['The group `Talk` is new.']);
    expect(messages(smallFlow)).toEqual(['The group `Talk` was removed.']);
    expect(messages(toggleGroup(grouped, 'group'))).toEqual(['The group `Talk` was folded.']);
    expect(messages(setGroup(grouped, 'group', { name: 'Chat', colour: 'red', states: ['welcome', 'bye'] }))).toEqual([
      'The group `Chat` was called `Talk` before.',
      'The group `Chat` now has `bye`.',
      'The group `Chat` no longer has `details`.',
      'The group `Chat` is red now.',
    ]);
  });

  it('get what both sides put into them, and a state only once', () => {
    const mine = setGroup(grouped, 'group', { states: ['welcome', 'details', 'bye'] });
    const theirs = setGroup(grouped, 'group', { states: ['details'], colour: 'blue' });
    const merged = mergeFlows(grouped, mine, theirs);
    expect(merged.clashes).toEqual([]);
    expect(merged.flow.groups[0]).toMatchObject({ states: ['details', 'bye'], colour: 'blue' });
    const other = groupStates(grouped, ['bye'], 'Other');
    expect(membersOf(mergeFlows(grouped, mine, other).flow)).toEqual([
      ['Talk', 'welcome', 'details'],
      ['Other', 'bye'],
    ]);
  });
});
