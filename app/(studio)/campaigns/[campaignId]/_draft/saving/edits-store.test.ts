import { describe, expect, it } from 'vitest';
import { emptyPlan } from '@/server/campaigns/plan/campaign-plan';
import { editAfterSaving } from './edits-store';

const sent = { name: 'Rate drop', plan: emptyPlan, revision: 3 };

describe('what is left of an edit after it was saved', () => {
  it('is nothing where nothing was written meanwhile', () => {
    expect(editAfterSaving({ ...sent, plan: { ...emptyPlan } }, sent, 4)).toBeUndefined();
    expect(editAfterSaving(undefined, sent, 4)).toBeUndefined();
  });

  it('is what was written meanwhile, made from the new revision', () => {
    const now = { ...sent, plan: { ...emptyPlan, live: 'join' as const } };
    expect(editAfterSaving(now, sent, 4)).toEqual({ ...now, revision: 4 });
  });
});
