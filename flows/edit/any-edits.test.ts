import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BACK, type Flow } from '../schema/flow';
import { parseFlow } from '../schema/parse-flow';
import { applyPatch, reversePatch } from './apply-patch';
import { diffFlows } from './diff-flows';
import { idOfItem, listNames } from './flow-lists';
import { flowPatch } from './flow-patch';
import { flowPatchSchema } from './flow-patch-schema';
import { mergeFlows } from './merge-flows';
import { rebasePatch } from './rebase-patch';
import { sameJson } from './same-json';
import { setText } from './set-text';
import { type AnyEdit, anyEdit, anyWords } from './testdata/any-edit';
import { frozen, shippedFlow } from './testdata/flows';
import { targetOf, textsOf } from './texts';

const someEdits = fc.array(anyEdit, { minLength: 1, maxLength: 6 });
const withEdits = (edits: readonly AnyEdit[]): Flow =>
  edits.reduce((flow, { make }) => frozen(make(flow)), shippedFlow);

describe('any edits', { timeout: 120_000 }, () => {
  it('give a flow that is read again, leave the one they were given alone, and are told', () => {
    fc.assert(
      fc.property(someEdits, (edits) => {
        const edited = withEdits(edits);
        expect(parseFlow(edited)).toEqual({ ok: true, flow: edited });
        expect(diffFlows(edited, edited)).toEqual([]);
        expect(diffFlows(shippedFlow, edited).length > 0).toBe(!sameJson(shippedFlow, edited));
      }),
      { numRuns: 60 },
    );
  });

  it('leave no transition to nowhere and no state in two groups', () => {
    fc.assert(
      fc.property(someEdits, (edits) => {
        const { states, transitions, groups, start } = withEdits(edits);
        const ids = new Set<string>(states.map(({ id }) => id));
        expect(transitions.filter(({ from, to }) => !ids.has(from) || !(to === BACK || ids.has(to)))).toEqual([]);
        expect(ids.has(start)).toBe(true);
        const grouped = groups.flatMap((group) => group.states);
        expect(new Set(grouped).size).toBe(grouped.length);
        expect(grouped.filter((id) => !ids.has(id))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('are made again by their patch, and undone by the reverse of it, also by way of a journal', () => {
    fc.assert(
      fc.property(someEdits, (edits) => {
        const edited = withEdits(edits);
        const patch = flowPatchSchema.parse(JSON.parse(JSON.stringify(flowPatch(shippedFlow, edited))));
        expect(applyPatch(shippedFlow, patch)).toEqual(edited);
        const undone = applyPatch(edited, reversePatch(patch));
        expect(inAnyOrder(undone)).toEqual(inAnyOrder(shippedFlow));
      }),
      { numRuns: 60 },
    );
  });

  it('merge with nothing to themselves, from either side', () => {
    fc.assert(
      fc.property(someEdits, (edits) => {
        const edited = withEdits(edits);
        expect(mergeFlows(shippedFlow, edited, shippedFlow)).toEqual({ flow: edited, clashes: [] });
        expect(mergeFlows(shippedFlow, shippedFlow, edited)).toEqual({ flow: edited, clashes: [] });
        expect(mergeFlows(shippedFlow, edited, edited)).toEqual({ flow: edited, clashes: [] });
        expect(rebasePatch(shippedFlow, flowPatch(shippedFlow, edited))).toEqual({ flow: edited, clashes: [] });
      }),
      { numRuns: 40 },
    );
  });

  it('of two sides make a flow, whatever they do', () => {
    fc.assert(
      fc.property(someEdits, someEdits, (edits, others) => {
        const theirs = withEdits(others);
        const { flow } = rebasePatch(theirs, flowPatch(shippedFlow, withEdits(edits)));
        expect(parseFlow(flow)).toEqual({ ok: true, flow });
      }),
      { numRuns: 40 },
    );
  });

  it('of different texts are both kept', () => {
    const texts = textsOf(shippedFlow);
    const target = (index: number) => {
      const text = texts[index];
      return text ? targetOf(text, 'kn') : { state: '', path: '', language: 'kn' };
    };
    const two = fc.uniqueArray(fc.nat(texts.length - 1), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(two, anyWords, anyWords, ([one = 0, other = 0], mineText, theirsText) => {
        const mine = setText(shippedFlow, target(one), mineText);
        const theirs = setText(shippedFlow, target(other), theirsText);
        const both = { flow: setText(mine, target(other), theirsText), clashes: [] };
        expect(mergeFlows(shippedFlow, mine, theirs)).toEqual(both);
        expect(rebasePatch(theirs, flowPatch(shippedFlow, mine))).toEqual(both);
      }),
      { numRuns: 20 },
    );
  });
});

function inAnyOrder(flow: Flow): unknown {
  const lists = listNames.map((name) => [name, new Map(flow[name].map((item) => [idOfItem(item), item]))]);
  return { ...flow, ...Object.fromEntries(lists) };
}
